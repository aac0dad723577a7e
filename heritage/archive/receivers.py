"""What follows when something of the archive is stored or deleted."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile
from wagtail.tasks import delete_file_from_storage_task

from .intake import picture_admit
from .models import Picture, Recording
from .tasks import picture_prepare_later


@receiver(post_save, sender=Picture)
def make_sizes_of_an_upload(sender, instance, **kwargs):
    """The multiple upload stores the picture after its form: see PictureForm.save."""
    if instance.__dict__.pop("awaits_sizes", False):
        picture_prepare_later(instance)


@receiver(pre_save, sender=UploadedFile)
def clean_what_waits(sender, instance, **kwargs):
    """A picture that waits for its form to be completed lies in the media folder too."""
    is_new = instance.file and not instance.file._committed
    if is_new and instance.for_content_type.model_class() is Picture:
        instance.file = picture_admit(instance.file.file)


@receiver(post_delete, sender=Recording)
def delete_files_of_a_recording(sender, instance, **kwargs):
    """Wagtail does the same for pictures and documents."""
    for file in (instance.file, instance.captions):
        if file:
            _delete_on_commit(file.storage.deconstruct(), file.name)


def _delete_on_commit(storage, name):
    transaction.on_commit(lambda: delete_file_from_storage_task.enqueue(storage, name))
