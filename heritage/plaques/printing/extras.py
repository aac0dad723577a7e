"""What printing needs beyond the site itself: Typst and Chinese type. Installed by `make printing`.

They are heavy (35 MB and 125 MB to fetch), so that a site that prints nothing goes without.
"""

import importlib.util
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from .layouts import PrintingError

PACKAGES = "node_modules/@expo-google-fonts"
# The weights that the layouts ask for; Typst reads no others.
WEIGHTS = {
    "noto-serif-sc": ("400Regular", "600SemiBold", "700Bold"),
    "noto-sans-sc": ("400Regular", "500Medium", "600SemiBold"),
}


def font_folders() -> list[Path]:
    """The folders of the weights we set type in."""
    root = Path(settings.BASE_DIR) / PACKAGES
    return [root / family / weight for family, weights in WEIGHTS.items() for weight in weights]


def are_installed() -> bool:
    """Whether Typst and all its type are there."""
    packages = all(importlib.util.find_spec(name) for name in ("typst", "pypdf"))
    return packages and all(any(folder.glob("*.ttf")) for folder in font_folders())


def require() -> None:
    """Raise PrintingError with what to run, where something is missing."""
    if not are_installed():
        raise PrintingError(
            _("Printing needs Typst and its Chinese type: run “make printing” once.")
        )
