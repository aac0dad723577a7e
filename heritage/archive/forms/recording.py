"""The form for a recording."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Collection

from ..intake import captions_admit, recording_admit
from ..models import Recording
from ..permissions import may_choose_picture

NOT_YOURS = _(
    "This picture belongs to another neighbourhood's collection. Choose one of your own "
    "collection or of those that all share."
)


class RecordingForm(WagtailAdminModelForm):
    """Tells sound from film by the content, and fills in the length where the file says it."""

    heard = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.for_user is not None and "collection" in self.fields:
            self._offer_collections()

    def clean_file(self):
        """The file, looked through when it is new and given its true ending."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            self.heard = recording_admit(file)
            file.name = file.name.rpartition(".")[0] + self.heard.ending
        return file

    def clean_poster(self):
        """The still picture: one that they may choose, or the one it had."""
        poster = self.cleaned_data["poster"]
        is_new = poster is not None and poster.pk != self.initial.get("poster")
        if is_new and self.for_user and not may_choose_picture(self.for_user, poster):
            raise forms.ValidationError(NOT_YOURS)
        return poster

    def clean_captions(self):
        """The captions, looked at when they are new."""
        file = self.cleaned_data["captions"]
        if isinstance(file, UploadedFile):
            captions_admit(file)
            file.name = file.name.rpartition(".")[0] + ".vtt"
        return file

    def clean(self):
        """Note the kind, and the length where the editor gave none."""
        cleaned = super().clean()
        if self.heard is not None:
            self.instance.kind = self.heard.kind
            is_old = "seconds" not in self.changed_data
            if self.heard.seconds and (is_old or not cleaned.get("seconds")):
                cleaned["seconds"] = self.heard.seconds
        return cleaned

    def _offer_collections(self) -> None:
        """Those that somebody may add to; the one that it lies in stays."""
        field = self.fields["collection"]
        offered = Recording.snippet_viewset.permission_policy.collections_user_has_permission_for(
            self.for_user, "add"
        )
        if self.instance.pk:
            offered = offered | Collection.objects.filter(pk=self.instance.collection_id)
        field.queryset = offered
        if len(offered) == 1:
            field.initial = self.initial["collection"] = offered[0].pk
            field.disabled = True

    def save(self, commit=True):
        """Save, and let go of a file that was replaced."""
        replaced = [
            self.initial[name]
            for name in ("file", "captions")
            if name in self.changed_data and self.initial.get(name)
        ]
        recording = super().save(commit=commit)
        for file in replaced:
            transaction.on_commit(lambda old=file: old.storage.delete(old.name))
        return recording
