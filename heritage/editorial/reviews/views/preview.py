from django.views.generic import View

from .of_page import OfPage


class PreviewView(OfPage, View):
    """`/admin/reviews/<page>/preview/`: the story as a visitor would read it, if it were public."""

    def get(self, request, *args, **kwargs):
        draft = self.page.get_latest_revision_as_object()
        return draft.make_preview_request(request, draft.default_preview_mode)
