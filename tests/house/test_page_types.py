"""Every page type renders for a visitor and opens for editing."""

import pytest
from django.urls import reverse
from wagtail.models import get_page_models

from ..city import KINDS

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def our_page_types():
    return [
        model for model in get_page_models() if model.__module__.startswith(("heritage", "home"))
    ]


def test_the_city_has_every_page_type(city):
    assert {type(page) for page in city.pages.values()} == set(our_page_types())


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_type_renders_for_a_visitor(city, client, kind):
    page = city.pages[kind]

    answer = client.get(page.url)

    assert answer.status_code == 200
    assert page.title in answer.content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_type_opens_for_editing(city, admin, kind):
    answer = admin.get(reverse("wagtailadmin_pages:edit", args=[city.pages[kind].pk]))

    assert answer.status_code == 200


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_new_page_of_the_type_can_be_begun(city, admin, kind):
    page = city.pages[kind]
    parent = page.get_parent()

    url = reverse(
        "wagtailadmin_pages:add", args=[page._meta.app_label, page._meta.model_name, parent.pk]
    )

    assert admin.get(url).status_code == 200


@pytest.mark.parametrize("model", our_page_types())
def test_a_page_type_says_where_it_stands_and_what_stands_under_it(model):
    assert "parent_page_types" in vars(model)
    assert "subpage_types" in vars(model)


@pytest.mark.parametrize("model", our_page_types())
def test_a_page_type_has_at_most_two_ancestors_of_ours(model):
    ours = [c for c in model.__mro__[1:] if c.__module__.split(".")[0] in {"heritage", "home"}]

    assert len(ours) <= 2, ours


@pytest.mark.parametrize("model", our_page_types())
def test_a_page_type_says_what_it_is_to_a_visitor(model):
    assert model.__doc__ and not model.__doc__.startswith(f"{model.__name__}(")
