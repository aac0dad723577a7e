"""Wagtail's content checker with what this site asks beside: axe runs in the editor's preview."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

# Names that phones and chat programs give to pictures.
PHONE_NAMES = r"^(IMG|DSC|PXL|MMEXPORT|微信图片|微信圖片|截图|截圖|屏幕截图)[\s_\-\d]"
FILE_NAMES = r"\.(avif|gif|heic|heif|jpe?g|png|svg|webp)$|_"


class StoryChecker(ContentCheckerItem):
    """Also finds pictures without words, and words that only repeat the caption or a file name."""

    axe_run_only = [*ContentCheckerItem.axe_run_only, "image-alt", "image-redundant-alt"]
    axe_custom_checks = [
        check | {"options": {"pattern": f"{FILE_NAMES}|{PHONE_NAMES}"}}
        if check["id"] == "check-image-alt-text"
        else check
        for check in ContentCheckerItem.axe_custom_checks
    ]
    axe_messages = ContentCheckerItem.axe_messages | {
        "image-alt": {
            "error_name": _("A picture does not say what it shows"),
            "help_text": _("Open the picture in the archive and describe it."),
        },
        "image-redundant-alt": {
            "error_name": _("The description repeats the words beside it"),
            "help_text": _("Say what is seen; the caption says the rest."),
        },
    }


def use_ours(items: list) -> None:
    """Put ours in the place of Wagtail's among the items of the user bar."""
    for place, item in enumerate(items):
        if isinstance(item, ContentCheckerItem) and not isinstance(item, StoryChecker):
            items[place] = StoryChecker(in_editor=item.in_editor)
