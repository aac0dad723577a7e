"""What every story has, whatever it is about."""

from .source import Source, Statement
from .story_page import StoryPage
from .story_recording import StoryRecording

__all__ = ["Source", "Statement", "StoryPage", "StoryRecording"]
