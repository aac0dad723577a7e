"""What people remember."""

from .history import HistoryPage, TimelineEntry
from .person import PersonPage

__all__ = ["HistoryPage", "PersonPage", "TimelineEntry"]
