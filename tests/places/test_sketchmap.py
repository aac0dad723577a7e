"""The sketch map: the right things in the window, legible, small, and fit for the strict CSP."""

import itertools
import math
import re
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from heritage.places.geodesy import Point
from heritage.places.sketchmap import (
    Area,
    Frame,
    Place,
    city_map,
    draw,
    landmark_map,
    trail_map,
)
from heritage.places.sketchmap.lettering import SIZE, wrap

SVG = "{http://www.w3.org/2000/svg}"
CITY = {
    "大塘": (23.1255, 113.2715),
    "三元里": (23.1634, 113.2547),
    "桥中": (23.1300, 113.2085),
    "增江东湖": (23.2950, 113.8450),
    "鱼珠瓦壶岗": (23.1050, 113.4370),
    "永庆坊—恩宁路": (23.1180, 113.2335),
    "沙面": (23.1075, 113.2390),
    "新河浦": (23.1212, 113.2905),
    "农林": (23.1315, 113.2935),
    "泮塘五约": (23.1257, 113.2288),
    "北京路": (23.1255, 113.2650),
    "南华西": (23.1085, 113.2540),
}
TRAIL = [
    (23.130235, 113.271136),
    (23.12657, 113.272152),
    (23.125194, 113.269732),
    (23.121826, 113.272452),
    (23.121286, 113.272617),
    (23.120732, 113.272039),
]


@pytest.fixture
def city():
    places = [Place(Point(*at), name, kind="neighbourhood", url="/x/") for name, at in CITY.items()]
    return city_map(places, language="zh-hans")


@pytest.fixture
def trail():
    stops = [
        Place(Point(*at), f"第{number}站", number=number, kind="stop", url="/x/")
        for number, at in enumerate(TRAIL, 1)
    ]
    return trail_map(stops, language="zh-hans")


def render(drawn, **context):
    return render_to_string("places/sketchmap.svg.html", {"map": drawn, "title": "T", **context})


def middles(drawn):
    return [(float(marker.x), float(marker.y)) for marker in drawn.markers]


def test_the_city_keeps_the_old_town_large_and_points_to_the_far_neighbourhoods(city):
    away = {marker.name: marker for marker in city.markers if marker.kind == "away"}
    assert set(away) == {"增江东湖, 63 km", "鱼珠瓦壶岗, 19 km"}
    assert all(float(marker.x) > city.width * 0.9 and marker.turn for marker in away.values())


def test_every_neighbourhood_has_a_plate_and_no_two_plates_meet(city):
    plates = []
    for marker in city.markers:
        assert marker.label
        if marker.kind == "neighbourhood":
            left, top, wide, high = (float(value) for value in marker.label.plate)
            plates.append((float(marker.x) + left, float(marker.y) + top, wide, high))
    assert len(plates) == 10
    for (x1, y1, w1, h1), (x2, y2, w2, h2) in itertools.combinations(plates, 2):
        assert (
            x1 + w1 <= x2 + 0.2 or x2 + w2 <= x1 + 0.2 or y1 + h1 <= y2 + 0.2 or y2 + h2 <= y1 + 0.2
        )
    for left, top, wide, high in plates:
        assert left >= 0
        assert top >= 0
        assert left + wide <= city.width
        assert top + high <= city.height


def test_the_city_shows_its_river_by_name(city):
    assert city.ground.water
    assert "珠江" in {name.text for name in city.names}


def test_a_city_map_is_twelve_kilobytes_at_most(city):
    assert len(render(city).encode()) <= 12 * 1024


def test_stops_stand_in_the_window_at_targets_of_24_pixels(trail):
    for one, two in itertools.combinations(middles(trail), 2):
        assert math.dist(one, two) >= 24
    assert all(
        12 <= x <= trail.width - 12 and 12 <= y <= trail.height - 12 for x, y in middles(trail)
    )
    hits = ElementTree.fromstring(render(trail)).iter(f"{SVG}circle")
    assert [float(hit.get("r")) for hit in hits if hit.get("class") == "sk-hit"] == [12.5] * 6


def test_stops_that_were_moved_apart_are_tied_to_where_they_stand(trail):
    assert trail.true_spots
    assert trail.leaders.count("M") == len(trail.true_spots)


def test_the_trail_runs_through_its_stops_or_along_its_known_way(trail):
    assert trail.trail.count("L") == 5
    stops = [Place(Point(*at), number=n, kind="stop") for n, at in enumerate(TRAIL, 1)]
    way = [Point(*at) for at in TRAIL] + [Point(23.1190, 113.2700)]
    assert "c" in trail_map(stops, way).trail


def test_a_landmark_stands_in_the_middle_and_never_gives_way():
    here = Place(Point(23.120903, 113.290428), "春园", kind="here")
    near = [
        Place(Point(23.121594, 113.290711), "三大会址", number=1),
        Place(Point(23.121654, 113.290342), "逵园", number=2),
        Place(Point(23.163426, 113.254704), "三元里", number=3),
    ]
    drawn = landmark_map(here, near, language="zh-hans")
    assert middles(drawn)[0] == (164, 120)
    assert [marker.name for marker in drawn.markers] == ["春园", "三大会址", "逵园"]
    assert {"恤孤院路", "新河浦路"} <= {name.text for name in drawn.names}


def test_the_background_is_there_only_where_the_city_is():
    elsewhere = landmark_map(Place(Point(39.9042, 116.4074), "Beijing", kind="here"))
    assert not elsewhere.ground.anything
    assert not elsewhere.names
    assert "<path" not in render(elsewhere).split('<g class="sk-marks"')[0]


@pytest.mark.parametrize(
    ("language", "name"),
    [("zh-hans", "东华路"), ("zh-hant", "東華路"), ("en", "Donghua Road")],
)
def test_names_on_the_ground_speak_the_page_language(language, name):
    here = Place(Point(23.1240, 113.2850), "X", kind="here")
    assert name in {one.text for one in landmark_map(here, language=language).names}


def test_the_scale_bar_is_as_long_as_it_says():
    drawn = draw(Frame(Point(23.1, 113.3), 5, 328, 240))
    assert drawn.scale_bar.label == "200 m"
    assert float(drawn.scale_bar.length) * 5 == 200
    with translation.override("en"):
        wide = draw(Frame(Point(23.1, 113.3), 40, 328, 240)).scale_bar
    assert (wide.label, float(wide.length) * 40) == ("2 km", 2000)


def test_a_boundary_is_cut_to_the_window():
    window = Frame(Point(23.1, 113.3), 5, 328, 240)
    ring = tuple(Point(23.1 + math.sin(a / 50), 113.3 + math.cos(a / 50)) for a in range(315))
    assert draw(window, areas=[Area(ring)]).areas.count("L") == 3
    far = Area((Point(40, 116), Point(40, 117), Point(41, 117)))
    assert draw(window, areas=[far]).areas == ""


def test_the_svg_holds_no_inline_style_and_is_well_formed(city, trail):
    for drawn in (city, trail):
        text = render(drawn)
        assert not re.search(r"style\s*=|<style|<script", text)
        assert ElementTree.fromstring(text).tag == f"{SVG}svg"
        sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)"', text)}
        assert min(sizes) >= 13


def test_a_map_with_links_is_a_group_and_one_without_an_image(city):
    assert 'role="group" aria-labelledby="map-title"' in render(city)
    plain = landmark_map(Place(Point(23.12, 113.29), "A", kind="here"))
    assert 'role="img" aria-labelledby="here-title"><title id="here-title">T</title>' in render(
        plain, uid="here"
    )


def test_names_from_editors_are_escaped():
    here = Place(Point(23.12, 113.29), '<b>"&', kind="here", url='/"><script>/')
    text = render(landmark_map(here), title='<"x">')
    assert "<script" not in text
    assert "<b>" not in text
    ElementTree.fromstring(text)


def test_numbers_stay_numbers_in_every_language(trail):
    with translation.override("fr"):
        assert not re.search(r'\b(x|y|cx|cy|r|width|height)="[^"]*,', render(trail))


def test_the_framed_map_says_it_is_a_sketch(city):
    framed = render_to_string("places/sketchmap.html", {"map": city, "title": "T", "uid": "m"})
    assert "Sketch, not for navigation" in framed


@pytest.mark.parametrize("count", [1, 2, 3])
def test_one_or_two_places_and_places_on_one_spot_are_drawn(count):
    same = [
        Place(Point(23.12, 113.29), f"甲{n}", number=n, kind="stop") for n in range(1, count + 1)
    ]
    drawn = trail_map(same)
    for one, two in itertools.combinations(middles(drawn), 2):
        assert math.dist(one, two) >= 24


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("春园", ["春园"]),
        ("国民党“一大”旧址", ["国民党", "“一大”旧址"]),
        ("Sun Yat-sen Memorial Hall", ["Sun Yat-sen", "Memorial Hall"]),
        ("增江\n63 km", ["增江", "63 km"]),
        ("", [""]),
    ],
)
def test_labels_break_where_a_reader_would(text, rows):
    assert wrap(text, limit=7.5 * SIZE) == rows


def test_a_marker_is_called_what_is_written_beside_it():
    here = Place(Point(*TRAIL[0]), "学宫", kind="here")
    near = Place(Point(*TRAIL[1]), "中共三大", url="/x/", name="中国共产党第三次全国代表大会会址")
    said = [marker.said for marker in landmark_map(here, [near]).markers]
    assert "学宫" in said
    assert "中共三大 (中国共产党第三次全国代表大会会址)" in said
