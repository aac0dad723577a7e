"""One small city for tests: a neighbourhood with one page of each type, pictures and a plaque."""

from dataclasses import dataclass

from django.utils.translation import override
from wagtail.models import Page

from home.models import HomePage

from . import factories as make

KINDS = ("home", "neighbourhood", "landmark", "mural", "corridor", "history", "person", "trail")


@dataclass
class City:
    """The pages of the test city, by what they are."""

    home: HomePage
    neighbourhood: Page
    landmark: Page
    mural: Page
    corridor: Page
    history: Page
    person: Page
    trail: Page
    plaque: object

    @property
    def pages(self) -> dict[str, Page]:
        """Every page by its kind, the home page first."""
        names = [
            "home",
            "neighbourhood",
            "landmark",
            "mural",
            "corridor",
            "history",
            "person",
            "trail",
        ]
        return {name: getattr(self, name) for name in names}


def build_city() -> City:
    """Build it under the Chinese home page that the migrations made."""
    with override("zh-hans"):
        home = HomePage.objects.get(locale__language_code="zh-hans")
        picture = make.PictureFactory()
        neighbourhood = make.NeighbourhoodPageFactory(
            parent=home, slug="enning", title="恩宁路", picture=picture
        )
        here = {"parent": neighbourhood, "picture": picture}
        landmark = make.LandmarkPageFactory(**here, slug="zhan-tianyou")
        make.DesignationFactory(page=landmark.page_ptr)
        mural = make.MuralPageFactory(**here, slug="opera-wall")
        make.HotspotFactory(page=mural)
        corridor = make.CorridorPageFactory(**here, slug="corridor")
        make.CorridorPanelFactory(page=corridor, picture=picture)
        history = make.HistoryPageFactory(**here, slug="opening")
        make.TimelineEntryFactory(page=history)
        person = make.PersonPageFactory(**here, slug="zhan", place=landmark.page_ptr)
        trail = make.TrailPageFactory(**here, slug="walk", stops_at=[landmark, mural, corridor])
        plaque = make.PlaqueFactory(page=landmark, label=landmark.title)
    pages = (neighbourhood, landmark, mural, corridor, history, person, trail)
    return City(home, *pages, plaque)
