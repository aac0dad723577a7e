"""The hand-drawn river keeps off the places that are told."""

import math

from heritage.places.geodesy import Point
from heritage.places.sketchmap import GUANGZHOU_SKETCH, Frame
from home.demo.reading import read_sites


def test_no_demo_site_stands_in_the_river():
    sites = read_sites().values()
    wet = set()
    for site in sites:
        frame = Frame(Point(float(site["lat_wgs84"]), float(site["lng_wgs84"])), 1, 10, 10)
        for stream in GUANGZHOU_SKETCH.streams:
            line = [frame.xy(*at) for at in stream.line]
            if any(reach(line[i], line[i + 1]) < stream.width / 2 for i in range(len(line) - 1)):
                wet.add(site["slug"])
    assert wet == set()


def reach(start, end):
    """Metres from (5, 5), the middle of the frame, to a segment."""
    across, down = end[0] - start[0], end[1] - start[1]
    share = ((5 - start[0]) * across + (5 - start[1]) * down) / (across**2 + down**2)
    share = min(1, max(0, share))
    return math.dist((5, 5), (start[0] + share * across, start[1] + share * down))
