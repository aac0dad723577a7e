from wagtail.blocks import PageChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from ..quoting import current_desk


class PictureChooserBlock(ImageChooserBlock):
    """Chooses a picture; on a page that is being served it comes from the desk."""

    def bulk_to_python(self, values):
        desk = current_desk.get()
        return [desk.picture(pk) for pk in values] if desk else super().bulk_to_python(values)


class RecordingChooserBlock(SnippetChooserBlock):
    """Chooses a recording; on a page that is being served it comes from the desk."""

    def __init__(self, **kwargs):
        kwargs.pop("target_model", None)
        super().__init__("archive.Recording", **kwargs)

    def bulk_to_python(self, values):
        desk = current_desk.get()
        if not desk:
            return super().bulk_to_python(values)
        return [desk.quoted_recordings.get(pk) for pk in values]


class StoryChooserBlock(PageChooserBlock):
    """Chooses a page; while it is being served only its number is kept, for the desk's cards."""

    def bulk_to_python(self, values):
        if not current_desk.get():
            return super().bulk_to_python(values)
        return [Page(pk=pk) if pk else None for pk in values]


def chosen_cards(pages, desk):
    """Cards of chosen pages, in their order; None where a block is shown without a desk."""
    if desk is None:
        return []
    wanted = {card.key: card for card in desk.quoted_pages}
    rows = {card.pk: card.key for card in desk.cards}
    keys = [rows.get(page.pk) for page in pages if page]
    return [wanted[key] for key in keys if key in wanted]
