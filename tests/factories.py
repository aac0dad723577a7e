"""Makers of what a test speaks about: it names only what matters; the rest is Guangzhou's.

`LandmarkPageFactory(parent=neighbourhood, title="詹天佑故居")` gives a published page.
"""

import io

import factory
import wagtail_factories
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from PIL import Image

from heritage.archive.models import Picture, Recording
from heritage.histories.models import HistoryPage, PersonPage, TimelineEntry
from heritage.places.models import (
    CorridorPage,
    CorridorPanel,
    Designation,
    Hotspot,
    LandmarkPage,
    MuralPage,
    NeighbourhoodPage,
)
from heritage.plaques.models import Plaque
from heritage.plaques.standing import neighbourhood_key_of
from heritage.storytelling.models import Source
from heritage.trails.models import TrailPage, TrailStop
from home.models import HomePage

CC_BY = "https://creativecommons.org/licenses/by/4.0/"
PASSWORD = "xiguan-tea-1931"


def picture_bytes(size=(1200, 800), colour="#9e2b25", form="JPEG", **options) -> bytes:
    """A plain picture file of the size, colour and format asked for."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, form, **options)
    return buffer.getvalue()


class UserFactory(DjangoModelFactory):
    """Somebody who may sign in (password: PASSWORD); `is_superuser=True` may do everything."""

    username = factory.Sequence(lambda n: f"editor{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password(PASSWORD)

    class Meta:
        model = get_user_model()


class PictureFactory(wagtail_factories.ImageFactory):
    """A picture with all the words that publishing asks for."""

    title = "恩宁路骑楼街"
    file = factory.LazyFunction(lambda: ContentFile(picture_bytes(), "enning.jpg"))
    alt_zh = "一排骑楼，柱廊下有行人"
    alt_en = "A row of arcade houses with people walking under the columns"
    origin = "drawn"
    credit = "本项目绘"
    rights = CC_BY

    class Meta:
        model = Picture


class RecordingFactory(DjangoModelFactory):
    """A short sound with its transcript (the file holds no real sound)."""

    title = "街坊口述（示例）"
    file = factory.LazyFunction(lambda: ContentFile(b"ID3" + bytes(2045), "memory.mp3"))
    transcript = "（示例）下雨天走骑楼底，鞋都不湿。"
    seconds = 72
    credit = "本项目"
    rights = CC_BY

    class Meta:
        model = Recording


class StoryPageFactory(wagtail_factories.PageFactory):
    """What every story has; each page type below adds its own."""

    slug = factory.Sequence(lambda n: f"page-{n}")
    lede = "一句让人停下来读的话。"
    body = factory.LazyFunction(
        lambda: [("text", {"text": "<p>恩宁路一九三一年开通。</p>", "cites": "1"})]
    )

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @factory.post_generation
    def sourced(page, create, extracted, **kwargs):  # noqa: N805 - factory_boy passes the page
        """One source, so that what the body cites exists; `sourced=False` leaves it out."""
        if create and extracted is not False:
            SourceFactory(page=page.page_ptr)


class HomePageFactory(wagtail_factories.PageFactory):
    title = "骑楼"
    slogan = "一条街/记得的事"

    class Meta:
        model = HomePage


class NeighbourhoodPageFactory(StoryPageFactory):
    title = "恩宁路"
    foreign_name = "Enning Road"
    district = "荔湾区"
    point_entered = "23.1177, 113.2360"

    class Meta:
        model = NeighbourhoodPage


class LandmarkPageFactory(StoryPageFactory):
    title = "詹天佑故居"
    foreign_name = "Former Home of Zhan Tianyou"
    date = "清光绪十四年"
    address = "恩宁路十二甫西街芽菜巷42号"
    point_entered = "23.1169, 113.2352"

    class Meta:
        model = LandmarkPage


class MuralPageFactory(StoryPageFactory):
    title = "粤剧墙（示例）"
    artist = "示例画师"
    date = "2020年"
    width_m, height_m = 12, 4
    technique = "外墙丙烯"
    point_entered = "23.1172, 113.2355"

    class Meta:
        model = MuralPage


class CorridorPageFactory(StoryPageFactory):
    title = "十二甫文化长廊（示例）"
    point_entered = "23.1174, 113.2357"

    class Meta:
        model = CorridorPage


class HistoryPageFactory(StoryPageFactory):
    title = "恩宁路开通"
    date = "1931年"

    class Meta:
        model = HistoryPage


class PersonPageFactory(StoryPageFactory):
    title = "詹天佑"
    born, died = "1861年", "1919年"
    known_for = "铁路工程师"

    class Meta:
        model = PersonPage


class TrailPageFactory(StoryPageFactory):
    """A trail; `stops_at=[page, …]` gives it stops in that order."""

    title = "西关漫步"

    class Meta:
        model = TrailPage

    @factory.post_generation
    def stops_at(trail, create, pages, **kwargs):  # noqa: N805 - factory_boy passes the trail
        for order, page in enumerate(pages or []):
            TrailStopFactory(trail=trail, page=page.page_ptr, sort_order=order)


class SourceFactory(DjangoModelFactory):
    citation = "广州市荔湾区地方志编纂委员会：《荔湾区志》"
    kind = "gazetteer"

    class Meta:
        model = Source


class DesignationFactory(DjangoModelFactory):
    track, grade = "relic", "municipal"
    announced_by = "广州市人民政府"
    announced_on = "2002年"

    class Meta:
        model = Designation


class TimelineEntryFactory(DjangoModelFactory):
    date, text = "1931年", "恩宁路开通。"

    class Meta:
        model = TimelineEntry


class CorridorPanelFactory(DjangoModelFactory):
    title, text = "第一块展板", "十二甫的来历。"

    class Meta:
        model = CorridorPanel


class HotspotFactory(DjangoModelFactory):
    title, text, x, y = "花旦", "红船上的戏班。", "0.400", "0.500"

    class Meta:
        model = Hotspot


class TrailStopFactory(DjangoModelFactory):
    words = "<p>从这里往前走。</p>"

    class Meta:
        model = TrailStop


class PlaqueFactory(DjangoModelFactory):
    """A plaque; `page=` binds it."""

    class Params:
        page = None

    target_key = factory.LazyAttribute(lambda o: o.page.translation_key if o.page else None)
    neighbourhood_key = factory.LazyAttribute(
        lambda o: neighbourhood_key_of(o.page) if o.page else None
    )

    class Meta:
        model = Plaque
