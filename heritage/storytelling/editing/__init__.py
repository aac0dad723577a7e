"""What an editor sees of a story: tabs, and fields that say back what they understood."""

from .forms import StoryForm
from .inputs import DateInput, EdtfInput, ReadingInput
from .notices import LanguageNotice
from .tabs import story_tabs

__all__ = ["DateInput", "EdtfInput", "LanguageNotice", "ReadingInput", "StoryForm", "story_tabs"]
