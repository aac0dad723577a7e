import os
import shutil

import pytest
from django.utils.translation import override

from heritage.plaques.printing import extras

SITE = "https://story.example.org"
LACKING = [
    *([] if extras.are_installed() else ["Typst or its type (make printing)"]),
    *([] if shutil.which("pdftoppm") else ["pdftoppm (apt install poppler-utils)"]),
]


@pytest.fixture(autouse=True)
def _printing_site(settings):
    """The address in the symbols; sentences in English, whatever catalogues are compiled."""
    settings.SITE_URL = SITE
    with override("en"):
        yield


@pytest.fixture
def printer():
    """Asks for what printing needs: skipped with a loud line where it lacks, failed in CI."""
    if not LACKING:
        return
    said = f"PRINTING IS NOT TESTED: {', '.join(LACKING)} is missing"
    if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
        pytest.fail(said)
    pytest.skip(said)
