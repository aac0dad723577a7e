"""What the archive does behind the editor's back: at once, or in a worker where there is one."""

from django.db import transaction
from django_tasks import task

from .models import Picture
from .preparing import picture_prepare


@task()
def prepare_picture_task(pk: int) -> int:
    """Make the sizes of one picture; return how many were made."""
    picture = Picture.objects.filter(pk=pk).first()
    return picture_prepare(picture=picture) if picture is not None else 0


def picture_prepare_later(picture: Picture) -> None:
    """Have the sizes of a stored picture made once its row is there for all to see."""
    transaction.on_commit(lambda: prepare_picture_task.enqueue(picture.pk))
