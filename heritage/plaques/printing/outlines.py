"""SVG as sign-makers' programs open it: paths, and nothing inside another file."""

import base64
import re

PICTURE = re.compile(
    rb'<image( transform="[^"]+")? xlink:href="data:image/svg\+xml;base64,([^"]+)"'
    rb' width="([^"]+)" height="([^"]+)"[^>]*/>'
)


def all_paths(page: bytes) -> bytes:
    """A page whose SVG pictures (symbol, ornament) stand in it as paths.

    Typst puts them in as data addresses, which drawing and cutting programs do not open.
    """

    def paths(found: re.Match) -> bytes:
        drawing = base64.b64decode(found[2])
        size = b'<svg width="%s" height="%s"' % (found[3], found[4])
        return b"<g%s>%s</g>" % (found[1] or b"", drawing.replace(b"<svg", size, 1))

    return PICTURE.sub(paths, page)
