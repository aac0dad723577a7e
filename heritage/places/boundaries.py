"""Whether a point lies in a neighbourhood: in its boundary, or near enough to its middle."""

from collections.abc import Iterator

from .geodesy import Point, distance

# Beyond this a place belongs to a neighbour: the demo city's largest quarter is 2 km across.
FAR_M = 3000

Ring = list[list[float]]


def contains(boundary: dict, point: Point) -> bool:
    """Whether a GeoJSON Polygon or MultiPolygon, WGS-84, holds a point; holes are left out.

    Takes a Feature or a collection of them too. ValueError for anything else.
    """
    return any(
        _in_ring(point, polygon[0]) and not any(_in_ring(point, hole) for hole in polygon[1:])
        for polygon in polygons(boundary)
    )


def polygons(boundary: dict) -> Iterator[list[Ring]]:
    """The polygons of a GeoJSON object, each a ring and its holes; ValueError for another shape."""
    try:
        kind = boundary["type"]
        if kind == "FeatureCollection":
            for feature in boundary["features"]:
                yield from polygons(feature)
        elif kind == "Feature":
            yield from polygons(boundary["geometry"])
        elif kind == "Polygon":
            yield boundary["coordinates"]
        elif kind == "MultiPolygon":
            yield from boundary["coordinates"]
        else:
            raise ValueError(kind)
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("not a GeoJSON area") from error


def is_inside(neighbourhood, point: Point) -> bool | None:
    """Whether a point lies in a neighbourhood; None where the neighbourhood says nothing of it."""
    if neighbourhood.boundary:
        try:
            return contains(neighbourhood.boundary, point)
        except ValueError:
            pass
    if neighbourhood.point is None:
        return None
    return distance(neighbourhood.point, point) <= FAR_M


def _in_ring(point: Point, ring: Ring) -> bool:
    """Ray casting: an odd number of edges lies east of a point inside."""
    odd = False
    for start, end in zip(ring, ring[1:] + ring[:1], strict=True):
        (lng1, lat1), (lng2, lat2) = start[:2], end[:2]
        if (lat1 > point.lat) != (lat2 > point.lat):
            odd ^= point.lng < lng1 + (point.lat - lat1) / (lat2 - lat1) * (lng2 - lng1)
    return odd
