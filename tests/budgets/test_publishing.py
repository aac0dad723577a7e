"""What saving and publishing one story costs; Wagtail's own share of it is the greater part."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from ..editorial.forms import filled_in, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def queries(django_capture_on_commit_callbacks):
    """Counts what a request costs with all that follows its commit; savepoints are no queries."""

    def count(act) -> list[str]:
        with (
            CaptureQueriesContext(connection) as captured,
            django_capture_on_commit_callbacks(execute=True),
        ):
            answer = act()
        assert answer.status_code == 302
        found = [query["sql"] for query in captured.captured_queries]
        return [sql for sql in found if not sql.startswith(("SAVEPOINT", "RELEASE"))]

    return count


def rows_of(form) -> dict:
    """What a browser sends of the lists of rows in a form."""
    data = {}
    for formset in form.formsets.values():
        data |= {field.html_name: field.value() for field in formset.management_form}
        data |= {field.html_name: sent(field) for row in formset.forms for field in row}
    return data


def edit(client, page, **said):
    """A button pressed in the page's form as it stands, its rows included."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = client.get(url).context["form"]
    data = filled_in(form) | rows_of(form) | said
    return lambda: client.post(url, data)


def writes(found: list[str], table: str) -> int:
    return sum(f'"{table}"' in sql and not sql.startswith("SELECT") for sql in found)


def publish_once(client, page) -> None:
    """The first time makes the Traditional page as well."""
    edit(client, page, lede="头一回。", **{"action-publish": "1"})()


def test_publishing_from_the_editor(city, editor, queries):
    publish_once(editor, city.landmark)
    button = {"action-publish": "1"}
    found = queries(edit(editor, city.landmark, lede="改过的一句。", **button))
    assert Page.objects.get(pk=city.landmark.pk).specific.lede == "改过的一句。"
    assert writes(found, "delivery_generation") == 1
    assert len(found) <= 275, "\n".join(found)


def test_saving_a_draft(city, editor, queries):
    found = queries(edit(editor, city.landmark, lede="写了一半。"))
    assert not writes(found, "delivery_generation")
    assert len(found) <= 110, "\n".join(found)


def test_withdrawing(city, editor, queries):
    publish_once(editor, city.landmark)
    url = reverse("wagtailadmin_pages:unpublish", args=[city.landmark.pk])
    found = queries(lambda: editor.post(url))
    assert not Page.objects.get(pk=city.landmark.pk).live
    assert len(found) <= 120, "\n".join(found)


def test_three_reviews(city, people, queries):
    publish_once(people.superuser.client, city.landmark)
    send = edit(people.editor.client, city.landmark, lede="队里改的。", **{"action-submit": "1"})
    cost = {"send": len(queries(send))}
    judges = {"first": people.curator, "second": people.reviewer, "sign-off": people.publisher}
    url = reverse("reviews:page", args=[city.landmark.pk])
    for step, person in judges.items():
        version = Page.objects.get(pk=city.landmark.pk).latest_revision_id
        data = {"action": "pass", "note": "", "revision": version}
        cost[step] = len(queries(lambda p=person, d=data: p.client.post(url, d)))
    assert Page.objects.get(pk=city.landmark.pk).specific.lede == "队里改的。"
    bounds = {"send": 235, "first": 90, "second": 85, "sign-off": 275}
    assert {step: n for step, n in cost.items() if n > bounds[step]} == {}
