"""What a page was found to lack, kept for lists."""

from .page_readiness import PageReadiness

__all__ = ["PageReadiness"]
