import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _english():
    """Sentences are held to their English words, whatever catalogues are compiled."""
    with translation.override("en"):
        yield
