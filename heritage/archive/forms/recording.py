"""The form for a recording."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from wagtail.admin.forms import WagtailAdminModelForm

from ..intake import captions_admit, recording_admit


class RecordingForm(WagtailAdminModelForm):
    """Tells sound from film by the content, and fills in the length where the file says it."""

    heard = None

    def clean_file(self):
        """The file, looked through when it is new and given its true ending."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            self.heard = recording_admit(file)
            file.name = file.name.rpartition(".")[0] + self.heard.ending
        return file

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
