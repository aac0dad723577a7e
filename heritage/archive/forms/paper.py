"""Behind every entrance for a document: the page of its own, chooser and multiple upload."""

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm

from ..intake import paper_admit


class PaperForm(BaseDocumentForm):
    """Takes a document when its content is what its name says."""

    def clean_file(self):
        """The file, looked through when it is new."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            paper_admit(file)
        return file
