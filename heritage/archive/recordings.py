"""Recordings in the admin."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from . import recording_views as views
from .forms.recording import RecordingForm
from .models import Recording


def length_said(recording: Recording) -> str:
    """Return the length as 3:12; empty where it is not known."""
    if not recording.seconds:
        return ""
    return f"{recording.seconds // 60}:{recording.seconds % 60:02}"


class RecordingViewSet(SnippetViewSet):
    """Sounds and films, listed with what an editor tells them apart by."""

    model = Recording
    icon = "media"
    menu_label = capfirst(_("recordings"))
    menu_name = "recordings"
    menu_order = 310
    add_to_admin_menu = True
    permission_policy = views.policy
    index_view_class = views.RecordingIndexView
    add_view_class = views.RecordingCreateView
    edit_view_class = views.RecordingEditView
    delete_view_class = views.RecordingDeleteView
    usage_view_class = views.RecordingUsageView
    history_view_class = views.RecordingHistoryView
    inspect_view_class = views.RecordingInspectView
    chooser_viewset_class = views.RecordingChooserViewSet
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["title", "file", "speech", "speaker", "transcript", "credit", "rights"]
    list_display = [
        "title",
        Column("kind", label=capfirst(_("kind")), accessor="get_kind_display", sort_key="kind"),
        Column(
            "speech",
            label=capfirst(_("language spoken")),
            accessor="get_speech_display",
            sort_key="speech",
        ),
        Column("seconds", label=_("Length"), accessor=length_said, sort_key="seconds"),
        "speaker",
        BooleanColumn("is_sample", label=capfirst(_("sample"))),
    ]
    list_filter = ["kind", "speech", "is_sample", "collection"]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("file"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("speech"), FieldPanel("speaker")]),
                    FieldPanel("transcript"),
                    FieldPanel("seconds"),
                ],
                heading=_("What is heard"),
            ),
            MultiFieldPanel(
                [FieldPanel("poster"), FieldPanel("captions")], heading=_("For a film")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("credit"),
                    FieldPanel("rights"),
                    FieldPanel("licence_uri"),
                    FieldPanel("date_text"),
                    FieldPanel("is_sample"),
                ],
                heading=_("Where it comes from"),
            ),
            FieldPanel("collection"),
        ],
        base_form_class=RecordingForm,
    )
