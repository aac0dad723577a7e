"""What every story has, whatever it is about."""

from .source import Source, Statement
from .story_page import StoryPage
from .story_recording import StoryRecording
from .traditional_copy import NameForm, TraditionalCopy

__all__ = ["NameForm", "Source", "Statement", "StoryPage", "StoryRecording", "TraditionalCopy"]
