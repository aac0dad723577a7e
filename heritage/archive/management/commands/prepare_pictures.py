from django.core.management.base import BaseCommand

from heritage.archive.models import Picture
from heritage.archive.preparing import pictures_prepare


class Command(BaseCommand):
    """`manage.py prepare_pictures`: no visitor waits for a picture's size. Safe to run twice."""

    help = "Makes the sizes of every picture that pages ask for, where they are missing."

    def handle(self, *args, **options):
        pictures = list(Picture.objects.order_by("pk"))
        self.total, self.done = len(pictures), 0
        made = pictures_prepare(pictures=pictures, on_done=self.say)
        if self.stderr.isatty():
            self.stderr.write("")
        self.stdout.write(f"{made} sizes made; {self.total} pictures are ready.")

    def say(self, picture):
        """Move the count on, where somebody watches."""
        self.done += 1
        if self.stderr.isatty():
            self.stderr.write(f"\r  pictures: {self.done} of {self.total}", ending="")
            self.stderr.flush()
