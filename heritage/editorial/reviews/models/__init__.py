"""What the three reviews keep beside Wagtail's own workflow tables."""

from .review_settings import ReviewSettings
from .review_state import ReviewState
from .review_task import ReviewTask
from .round_author import RoundAuthor
from .sign_off import SignOff

__all__ = ["ReviewSettings", "ReviewState", "ReviewTask", "RoundAuthor", "SignOff"]
