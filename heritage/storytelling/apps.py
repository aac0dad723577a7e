from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StorytellingConfig(AppConfig):
    """How a story is told."""

    name = "heritage.storytelling"
    label = "storytelling"
    verbose_name = _("How a story is told")

    def ready(self):
        from . import (
            checks,  # noqa: F401 - registers what is asked of a story
            receivers,  # noqa: F401 - connects the signals
        )
