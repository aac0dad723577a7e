"""The search index of many pages at once."""

from collections import defaultdict
from collections.abc import Sequence

from wagtail.models import Page
from wagtail.search.backends import get_search_backends


def search_write(pages: Sequence[Page]) -> None:
    """Put pages into every search index that follows the database by itself.

    They are read as they stand in memory: children included.
    """
    sorted_out = defaultdict(list)
    for page in pages:
        sorted_out[type(page)].append(page)
    for backend in get_search_backends(with_auto_update=True):
        for model, some in sorted_out.items():
            backend.add_bulk(model, some)
