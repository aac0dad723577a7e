"""The pages that the judged questions are asked of."""

import pytest
from wagtail.models import Page

from tests import factories as make
from tests.city import build_city


@pytest.fixture
def library(db) -> dict[str, Page]:
    """Pages by slug, named and worded as in the demo city."""
    city = build_city()
    body = [
        ("text", {"text": "<p>恩宁路骑楼街始建于1930年代，西关人叫它恩宁街。</p>", "cites": ""})
    ]
    told = {
        "arcades": {"title": "恩宁路街区", "lede": "最长的一条。", "body": body},
        "institute": {
            "title": "农民运动讲习所旧址",
            "alt_names": "农讲所\n番禺学宫",
            "foreign_name": "Peasant Movement Institute",
        },
        "congress": {"title": "国民党一大旧址", "alt_names": "钟楼", "lede": "红墙黄瓦的钟楼。"},
        "sanyuanli": {"title": "三元里人民抗英斗争遗址", "alt_names": "三元古庙"},
        "customs": {
            "title": "粤海关旧址",
            "foreign_name": "Guangdong Custom House",
            "alt_names": "大钟楼",
        },
        "chen": {"title": "陈家祠", "alt_names": "陈氏书院", "lede": "七绝：木雕、砖雕、灰塑。"},
        "shamian": {"title": "沙面建筑群", "foreign_name": "Temples and Banks of Shameen"},
        "chebei": {"title": "车陂涌", "lede": "龙舟探亲的水道。"},
        "luwo": {"title": "六榕寺塔", "lede": "ＡＢＣ１２３ 花塔。"},
    }
    for slug, fields in told.items():
        make.LandmarkPageFactory(
            parent=city.neighbourhood,
            slug=slug,
            **{"foreign_name": "", "lede": "一处地方。", "address": "", **fields},
        )
    make.NeighbourhoodPageFactory(parent=city.home, slug="hidden", title="骑楼草稿", live=False)
    return {page.slug: page for page in Page.objects.all()}
