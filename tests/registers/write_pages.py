"""The same pages, made anew each time, for the two ways of saving them."""

import uuid

from heritage.places.models import Designation, LandmarkPage, NeighbourhoodPage
from heritage.registers.writing.adding import Hand, pages_add
from heritage.registers.writing.places import Siblings
from heritage.storytelling.models import Source

NAMES = ("詹天佑故居", "陈家祠", "詹天佑故居", "荔湾湖 & Park", "？？")

BLOCK = {
    "type": "text",
    "value": {"text": "<p>一九三一年开通。</p>", "cites": "1"},
    "id": "0e5b4b6e-8d1c-4c5e-9a55-0a5f8b4b7a11",
}


def landmarks() -> list[LandmarkPage]:
    """Unsaved landmarks: some alike by name, with children and without, located and not."""
    pages = [
        LandmarkPage(
            title=name,
            date="清光绪十四年",
            address=f"恩宁路{number}号",
            point_entered="23.1169, 113.2352" if number % 2 else "",
            datum="gcj02",
            alt_names="旧名\n又名",
            body=[BLOCK] if number else [],
        )
        for number, name in enumerate(NAMES)
    ]
    pages[0].designations = [
        Designation(track="relic", grade="municipal", announced_on="2002年", batch="7"),
        Designation(track="relic", grade="provincial", announced_on="1993"),
    ]
    for order, designation in enumerate(pages[0].designations.all()):
        designation.sort_order = order  # as the form does
    pages[0].sources = [Source(citation="《荔湾区志》", kind="gazetteer", sort_order=0)]
    pages[3].sources = [Source(citation="第三次全国文物普查", kind="register", sort_order=0)]
    return pages


def neighbourhood(title="恩宁路") -> NeighbourhoodPage:
    return NeighbourhoodPage(title=title, district="荔湾区")


def save_one_by_one(pages, parent, user) -> None:
    """As Wagtail's own view for a new page does when somebody presses “save draft”."""
    for page in pages:
        page.live = False
        page.owner = user
        page.full_clean(exclude=["path", "depth", "slug"])
        parent.add_child(instance=page)
        page.save_revision(user=user, log_action=True, clean=False)


def save_at_once(pages, parent, user) -> None:
    hand = Hand(user=user, data={}, uuid=uuid.uuid4())
    pages_add(pages=pages, parents=[parent] * len(pages), siblings=Siblings(), hand=hand)
