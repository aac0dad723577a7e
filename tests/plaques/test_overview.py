"""What an operator of many plaques sees first, and a box printed without the others."""

import pytest
from django.urls import reverse

from heritage.plaques.admin.printing import PrintForm, plaques_asked_for
from heritage.plaques.caring import plaque_inspect
from heritage.plaques.models import Plaque

from ..factories import PlaqueFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def test_the_register_says_first_how_many_are_missing(city, admin):
    for state in ("missing", "missing", "dirty", "sound"):
        plaque = PlaqueFactory(page=city.mural, status="fixed")
        plaque_inspect(plaque=plaque, state=state)

    told = admin.get(reverse("plaques:index")).context["whole"]

    assert [(many, query) for _name, many, query, wants in told if wants] == [
        (1, "condition=dirty"),
        (2, "condition=missing"),
    ]
    assert (
        len(admin.get(f"{reverse('plaques:index')}?condition=missing").context["object_list"]) == 2
    )


def test_the_map_shows_all_that_hangs_and_not_only_the_first_leaf(city, admin):
    for at in range(60):
        PlaqueFactory(page=city.mural, lat="23.1172", lng=f"113.{2300 + at}", status="fixed")

    html = admin.get(reverse("plaques:index")).content.decode()

    plaques = Plaque.objects.filter(lat__isnull=False)
    sketch = html[html.index('class="sk"') : html.index("</svg>", html.index('class="sk"'))]
    assert all(reverse("plaques:inspect", args=[one.pk]) in sketch for one in plaques)


def test_a_box_just_minted_is_printed_alone(client):
    superuser = UserFactory(is_superuser=True)
    client.force_login(superuser)
    _first, *box = sorted(Plaque.objects.mint(3), key=lambda plaque: plaque.pk)
    numbers = f"{box[0].pk}-{box[-1].pk}"
    said = {"status": "minted", "layout": "stickers", "form": "pdf"}
    url = f"{reverse('plaques:print')}?minted={numbers}"
    form = PrintForm({**said, "minted": numbers}, user=superuser)

    assert client.get(url).context["form"]["minted"].value() == numbers
    assert form.is_valid()
    assert set(plaques_asked_for(form.cleaned_data, superuser)) == set(box)
    assert not PrintForm({**said, "minted": "1;2"}, user=superuser).is_valid()
