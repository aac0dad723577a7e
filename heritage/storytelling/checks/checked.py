from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from heritage.editorial.readiness.registry import Lack, register_check

from ..models import StoryPage

YEAR = timedelta(days=366)


@register_check(
    "checked",
    _("Checked within the last year"),
    page_types=[StoryPage],
    field="checked_on",
    is_required=False,
)
def was_checked_this_year(page):
    """Somebody compared the page with the place and its sources."""
    if page.checked_on is None:
        yield Lack(_("Nobody has noted yet when it was last compared with the place."))
    elif timezone.localdate() - page.checked_on > YEAR:
        yield Lack(_("It was last compared with the place more than a year ago."))
