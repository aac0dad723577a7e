from django.utils.translation import gettext_lazy as _

from heritage.editorial.readiness.registry import Lack, register_check

from ..models import StoryPage


@register_check(
    "lede",
    _("A lede: the line that makes somebody stop"),
    page_types=[StoryPage],
    field="lede",
    asks_translations=True,
)
def has_a_lede(page):
    """One line under the name."""
    if not page.lede.strip():
        yield Lack(_("Write one line that says why to stop and read."))
