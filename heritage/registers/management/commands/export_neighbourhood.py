from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from heritage.registers.packages import package_take_out
from heritage.registers.packages.counting import counts_told
from heritage.registers.packages.finding import UnknownNeighbourhoodError, neighbourhood_named


class Command(BaseCommand):
    help = (
        "Write a neighbourhood with everything in it to one file: pages in every language, "
        "pictures and recordings with their rights, plaques. import_neighbourhood reads it on "
        "another installation. Comments and people's accounts are not in it."
    )

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the neighbourhood's address: enning-lu")
        parser.add_argument("file", metavar="FILE.zip", type=Path)
        parser.add_argument(
            "--published",
            action="store_true",
            help="only what visitors see: no drafts, no unfinished changes",
        )

    def handle(self, *, slug, file, published, **options):
        try:
            page = neighbourhood_named(slug)
        except UnknownNeighbourhoodError as error:
            raise CommandError(str(error)) from error
        taken = package_take_out(neighbourhood=page, is_published_only=published)
        size = self._write(file, taken)
        for note in taken.notes:
            self.stderr.write(note)
        self.stdout.write(taken.neighbourhood.title)
        self.stdout.write(counts_told(taken.counts))
        said = {"size": f"{size / 1024**2:.1f}", "file": file}
        self.stdout.write(_("%(size)s MB written to %(file)s.") % said)

    def _write(self, file: Path, taken) -> int:
        """Write beside the file first: one that was there is replaced whole or not at all."""
        part = file.with_name(f"{file.name}.part")
        size = 0
        try:
            with part.open("wb") as out:
                for piece in taken.stream():
                    size += out.write(piece)
            part.replace(file)
        except OSError as error:
            raise CommandError(
                _("%(file)s cannot be written: %(why)s.") % {"file": file, "why": error}
            ) from error
        finally:
            part.unlink(missing_ok=True)
        return size
