"""Pictures and documents, all of them, for those who read and change nothing."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from ..ground import reads_everything


class _ItemsView(ReportView):
    """A list with what a reader asks of an item: whose it is, and what others may do with it."""

    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "teams/reading/items.html"
    permission_policy = None
    default_ordering = "-created_at"
    list_export = ["title", "collection.name", "credit", "get_rights_display", "date_text"]
    export_headings = {
        "title": _("Title"),
        "collection.name": _("Collection"),
        "credit": _("Credit"),
        "get_rights_display": _("Rights"),
        "date_text": _("Date"),
    }
    is_searchable = True
    columns = [
        Column("title", label=_("Title"), sort_key="title"),
        Column("collection", label=_("Collection"), accessor="collection.name"),
        Column("credit", label=_("Credit"), sort_key="credit"),
        Column("rights", label=_("Rights"), accessor="get_rights_display", sort_key="rights"),
        DateColumn("created_at", label=_("Added"), sort_key="created_at"),
    ]

    def dispatch(self, request, *args, **kwargs):
        if not (request.user.is_superuser or reads_everything(request.user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return self.model.objects.select_related("collection")

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        words = self.search_query
        return queryset.filter(Q(title__icontains=words) | Q(credit__icontains=words))


class PictureColumn(BaseColumn):
    cell_template_name = "teams/reading/picture_cell.html"


class PicturesView(_ItemsView):
    """`/admin/reading/pictures/`."""

    model = get_image_model()
    page_title = capfirst(model._meta.verbose_name_plural)
    header_icon = "image"
    columns = [PictureColumn("preview", label=""), *_ItemsView.columns]
    index_url_name, index_results_url_name = "reading_pictures", "reading_pictures_results"


class PapersView(_ItemsView):
    """`/admin/reading/documents/`."""

    model = get_document_model()
    page_title = capfirst(model._meta.verbose_name_plural)
    header_icon = "doc-full-inverse"
    index_url_name, index_results_url_name = "reading_documents", "reading_documents_results"
