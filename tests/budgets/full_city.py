"""The test city with everything a page can have, and as many siblings as asked for."""

from itertools import count

from django.utils.translation import override

from heritage.places.models import MuralCondition, MuralView, NeighbourhoodFact
from heritage.storytelling.models import Statement, StoryRecording

from .. import factories as make
from ..city import City, build_city

_SPOTS = count()
KINDS = ("landmark", "mural", "corridor", "history", "person", "trail", "neighbourhood", "home")


def fill(city: City) -> City:
    """Give each page every part it can have, all the blocks included."""
    picture, recording = city.landmark.picture, make.RecordingFactory()
    for kind in KINDS[:-1]:
        page = getattr(city, kind)
        page.body = every_block(picture, recording, city)
        page.save_revision().publish()
        StoryRecording.objects.create(page=page.page_ptr, recording=recording)
        Statement.objects.create(page=page.page_ptr, text="第七批", source_number=1)
        make.PlaqueFactory(page=page, label=page.title)
    MuralView.objects.create(page=city.mural, picture=make.PictureFactory(), date="2020年")
    MuralCondition.objects.create(page=city.mural, seen_on="2024-05-01", state="fading")
    NeighbourhoodFact.objects.create(page=city.neighbourhood, label="长度", value="750 米")
    return city


def every_block(picture, recording, city: City) -> list[tuple]:
    """One block of each kind, pointing at pictures, recordings and pages."""
    pictures = [{"picture": picture, "caption": "门面"}] * 2
    both = {"before": picture, "before_date": "1931年", "after": picture, "after_date": "2020年"}
    pages = [city.mural.page_ptr, city.history.page_ptr, city.person.page_ptr]
    return [
        ("text", {"text": "<p>恩宁路一九三一年开通，全长七百五十米。</p>", "cites": "1"}),
        ("heading", "一座楼的三次搬家"),
        ("picture", {"picture": picture, "caption": "恩宁路"}),
        ("gallery", {"title": "门面", "pictures": pictures}),
        ("quote", {"quote": "落雨天行骑楼底。", "speaker": "示例街坊"}),
        ("factoid", {"figure": "750 米", "words": "恩宁路的长度"}),
        ("before_after", both),
        ("timeline", {"entries": [{"date": "1931年", "text": "恩宁路开通。"}]}),
        ("audio", {"recording": recording}),
        ("pages", {"title": "接着看", "pages": pages}),
        ("map", {"caption": "一带", "places": [city.mural.page_ptr, city.landmark.page_ptr]}),
    ]


def full_city() -> City:
    return fill(build_city())


def grow(city: City, *, landmarks: int, neighbourhoods: int) -> None:
    """Add landmarks beside the others, all within a walk, and neighbourhoods beside theirs."""
    with override("zh-hans"):
        for _each in range(landmarks):
            spot = next(_SPOTS)
            where = f"{23.1170 + spot % 40 * 0.0001:.6f}, {113.2355 + spot % 37 * 0.0001:.6f}"
            make.LandmarkPageFactory(
                parent=city.neighbourhood, slug=f"more-{spot}", point_entered=where, sourced=False
            )
        for _each in range(neighbourhoods):
            make.NeighbourhoodPageFactory(
                parent=city.home, slug=f"hood-{next(_SPOTS)}", sourced=False
            )
