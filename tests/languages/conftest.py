"""A neighbourhood and a landmark in it, published, with their Traditional pages."""

import json

import pytest

from heritage.places.models import LandmarkPage, NeighbourhoodPage
from heritage.storytelling.models import Source
from home.models import HomePage

from .pages import publish


@pytest.fixture
def neighbourhood():
    home = HomePage.objects.get(slug="zh-hans")
    page = NeighbourhoodPage(title="永庆坊", slug="yongqing", district="荔湾区", live=False)
    home.add_child(instance=page)
    return publish(page)


@pytest.fixture
def landmark(neighbourhood):
    page = LandmarkPage(
        title="銮舆堂",
        slug="luanyu",
        lede="粤剧武行的会馆",
        date="清光绪十四年",
        live=False,
        body=json.dumps(
            [
                {"type": "heading", "value": "头发与发展", "id": "a" * 8},
                {"type": "text", "value": {"text": "<p>后台</p>", "cites": "1"}, "id": "b" * 8},
            ]
        ),
    )
    page.sources = [Source(citation="《广州市志》", kind="gazetteer")]
    neighbourhood.add_child(instance=page)
    return publish(page)
