"""The registers that this project's own facts come in, into an empty city and the demo's shape."""

import io

import pytest
from django.core.management import call_command

from heritage.places.models import LandmarkPage, NeighbourhoodPage

from .lists import shared_file

pytestmark = pytest.mark.django_db


def bring_in(name: str, *arguments) -> str:
    out = io.StringIO()
    call_command("import_register", str(shared_file(name)), *arguments, stdout=out)
    return out.getvalue()


def test_neighbourhoods_then_sites_into_an_empty_city(tmp_path):
    bring_in("guangzhou/demo_neighbourhoods.csv")
    assert NeighbourhoodPage.objects.count() == 12
    errors = tmp_path / "errors.csv"

    bring_in("guangzhou/demo_heritage_sites.csv", "--errors", str(errors))

    # Those whose 街道 is one of the twelve, and three of 北京街道, which only 北京路 is like; the
    # others name one that is not here, or two.
    assert LandmarkPage.objects.count() == 19
    assert LandmarkPage.objects.get(title="千年古道遗址").get_parent().slug == "beijing-road"
    assert len(errors.read_text(encoding="utf-8").splitlines()) == 1 + 21
    page = LandmarkPage.objects.get(slug="renwei")
    assert (page.title, page.get_parent().slug) == ("仁威庙", "pantang")
    designation = page.designations.get()
    assert (designation.grade, designation.batch) == ("provincial", "7")
    assert (designation.register_number, designation.announced_on) == ("7-44", "2012-10-20")
    assert [source.citation for source in page.sources.all()] == ["S22"]


def test_all_sites_into_one_neighbourhood(tmp_path):
    bring_in("guangzhou/demo_neighbourhoods.csv")

    bring_in("guangzhou/demo_heritage_sites.csv", "--map", "neighbourhood=-", "--into", "datang")

    assert LandmarkPage.objects.count() == 40
    assert not LandmarkPage.objects.filter(lat=None).exists()


@pytest.mark.parametrize("name", ["automap", "test", "unit"])
def test_omekas_samples(city, name):
    bring_in(f"samples/omeka/omeka_classic_{name}.csv", "--into", "enning", "--anywhere")

    made = LandmarkPage.objects.exclude(pk=city.landmark.pk)
    assert made.count() == 3
    page = made.get(title="The Count of Monte Cristo")
    assert "A man seeks revenge." in str(page.body)
