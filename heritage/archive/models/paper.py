from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from .provenance import Provenance


class Paper(Provenance, AbstractDocument):
    """A document: a scanned notice, a report, a leaflet."""

    admin_form_fields = (
        *Document.admin_form_fields,
        "credit",
        "rights",
        "licence_uri",
        "date_text",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        # Wagtail asks for it under this name before a chooser offers a collection's items.
        permissions = [("choose_paper", "Can choose paper")]
