"""What a page was found to lack, kept for lists; and the words that the site watches for."""

from .page_readiness import PageReadiness
from .watched_word import WatchedWord

__all__ = ["PageReadiness", "WatchedWord"]
