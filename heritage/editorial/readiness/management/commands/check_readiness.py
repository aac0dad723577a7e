from django.core.management.base import BaseCommand
from wagtail.models import Page

from ...keeping import BATCH, readiness_keep
from ...models import PageReadiness


class Command(BaseCommand):
    """Asks every check of every page anew and keeps the answers."""

    help = "Ask every check of every page again, and keep what is missing for lists and reports."

    def handle(self, *, verbosity, **options):
        keys = list(Page.objects.exclude(depth=1).values_list("pk", flat=True))
        kept = 0
        for start in range(0, len(keys), BATCH):
            kept += readiness_keep(pages=keys[start : start + BATCH])
            if verbosity and self.stdout.isatty():
                self.stdout.write(f"\r{kept}/{len(keys)}", ending="")
        unready = PageReadiness.objects.filter(lacking__gt=0).count()
        self.stdout.write(f"{kept} pages looked at; {unready} lack something that is required.")
