"""The map provider of the site's settings: whether there is one, and whom a page then asks."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.apps import apps
from django.core.cache import cache
from django.http import HttpRequest

from heritage.places.geodesy import Datum, Point, convert

_KEY = "map-provider"
_MINUTE = 60


@dataclass(frozen=True)
class Provider:
    """Whose tiles, in which datum, and what must be printed on them."""

    tiles: str
    datum: str
    attribution: str
    approval: str

    @property
    def origin(self) -> str:
        """Scheme and host as a CSP source; `{s}` for servers by letter is a wildcard."""
        parts = urlsplit(self.tiles.replace("{s}.", "*."))
        return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""

    def shift(self, point: Point) -> Point:
        """A WGS-84 point where these tiles show it."""
        return convert(point, Datum.WGS84, Datum(self.datum), outside="same")


def provider() -> Provider | None:
    """The provider, or None: then nobody is asked for tiles. Kept in the cache for a minute."""
    kept = cache.get(_KEY)
    if kept is None:
        kept = cache.get_or_set(_KEY, _read, _MINUTE)
    return kept if kept.origin else None


def tile_origin() -> str:
    """The source to add to `img-src` on the map page; empty where no provider is set."""
    found = provider()
    return found.origin if found else ""


def map_hosts(request: HttpRequest) -> list[str]:
    """The origins that the map page may load pictures from; for the security policy."""
    match = request.resolver_match
    origin = tile_origin() if match and match.url_name == "map" else ""
    return [origin] if origin else []


def forget_provider(**kwargs) -> None:
    """Signal receiver: the site's settings were saved."""
    cache.delete(_KEY)


def _read() -> Provider:
    kept = apps.get_model("home", "SiteSettings").objects.first()
    if kept is None:
        return Provider("", Datum.WGS84.value, "", "")
    return Provider(kept.map_tiles, kept.map_datum, kept.map_attribution, kept.map_approval)
