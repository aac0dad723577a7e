from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StorytellingConfig(AppConfig):
    """How a story is told."""

    name = "heritage.storytelling"
    label = "storytelling"
    verbose_name = _("How a story is told")

    def ready(self):
        from heritage.archive.wording import turn_words_by

        from . import (
            checks,  # noqa: F401 - registers what is asked of a story
            receivers,  # noqa: F401 - connects the signals
        )
        from .traditional.reader import for_reader

        turn_words_by(for_reader)
