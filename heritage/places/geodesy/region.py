"""Where map services publish GCJ-02 data: mainland China, told by a few boxes and one outline.

The test decides which formula a map service applies. It draws no border, and near a boundary it
may be some kilometres out over sea or mountains. It is exact enough where people live on both
sides of one: along the Shenzhen river and at the gates of Macau. Hong Kong, Macau and Taiwan are
left out because map services publish their data there unshifted, although gcoord, eviltransform
and their like would shift them.
"""

from .points import Box, Point

# Together they hold every mainland city; corners over neighbouring countries are cut out below.
_HELD = (
    Box(39.3, 109.6, 53.7, 134.9),
    Box(42.8, 79.9, 49.3, 96.4),
    Box(29.5, 73.4, 42.9, 124.4),
    Box(26.8, 83.0, 29.5, 97.1),
    Box(20.0, 97.1, 29.5, 122.8),
    Box(17.8, 108.3, 20.5, 111.9),
)
_LEFT_OUT = (
    Box(21.7, 119.95, 25.4, 122.8),  # Taiwan
    Box(23.1, 119.25, 23.9, 119.8),  # Penghu
    Box(22.10, 113.528, 22.172, 113.60),  # Macau: Taipa and Coloane
    Box(22.172, 113.5345, 22.2145, 113.565),  # Macau: the peninsula
    # The corners, from the south-west to the north-east and round to the west.
    Box(20.0, 97.1, 21.1, 101.7),
    Box(20.0, 101.9, 22.3, 106.6),
    Box(20.0, 106.6, 21.45, 107.95),
    Box(49.6, 127.6, 53.8, 135.0),
    Box(50.4, 109.5, 53.8, 119.0),
    Box(39.3, 124.5, 40.6, 135.0),
    Box(40.6, 126.6, 41.3, 135.0),
    Box(39.3, 130.8, 42.4, 135.0),
    Box(42.3, 131.3, 44.8, 135.0),
    Box(45.2, 109.5, 50.4, 111.8),
    Box(29.5, 73.3, 34.0, 78.3),
)
# Hong Kong, clockwise: Deep Bay, the Shenzhen river from its mouth to Sha Tau Kok, Mirs Bay, the
# sea. (lat, lng)
_HONG_KONG = (
    (22.430, 113.860), (22.470, 113.948), (22.498, 113.985), (22.500, 114.025),
    (22.507, 114.053), (22.516, 114.068), (22.517, 114.083), (22.5305, 114.110),
    (22.5325, 114.121), (22.543, 114.143), (22.552, 114.157), (22.5535, 114.165),
    (22.546, 114.180), (22.547, 114.205), (22.5478, 114.2245), (22.5515, 114.235),
    (22.560, 114.300), (22.562, 114.435), (22.530, 114.452), (22.440, 114.450),
    (22.130, 114.500), (22.130, 113.830), (22.430, 113.830),
)  # fmt: skip


def in_mainland(point: Point) -> bool:
    """Whether map services shift this WGS-84 point. Takes any point, raises nothing."""
    if not any(box.contains(point) for box in _HELD):
        return False
    return not any(box.contains(point) for box in _LEFT_OUT) and not _inside(point, _HONG_KONG)


def _inside(point: Point, outline: tuple[tuple[float, float], ...]) -> bool:
    """Ray casting: an odd number of edges lies east of a point inside."""
    odd = False
    for (lat1, lng1), (lat2, lng2) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (lat1 > point.lat) != (lat2 > point.lat):
            odd ^= point.lng < lng1 + (point.lat - lat1) / (lat2 - lat1) * (lng2 - lng1)
    return odd
