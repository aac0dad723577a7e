from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from heritage.registers.leaving import FORMATS, Choice, ExportError, Status, register_leave
from heritage.registers.leaving.choosing import USUAL_KINDS
from heritage.registers.packages.finding import UnknownNeighbourhoodError, neighbourhood_named
from heritage.registers.planning.kinds import KINDS


class Command(BaseCommand):
    help = (
        "Write pages as a register that import_register reads back word for word: CSV, XLSX or "
        "GeoJSON (WGS-84). Pictures are not in it; export_neighbourhood takes them along."
    )

    def add_arguments(self, parser):
        parser.add_argument("--out", required=True, metavar="FILE", type=Path)
        parser.add_argument("--neighbourhood", metavar="SLUG", help="only what stands in it")
        parser.add_argument(
            "--kind",
            nargs="+",
            choices=KINDS,
            default=USUAL_KINDS,
            help="default: all but neighbourhoods, which are a register of their own",
        )
        parser.add_argument("--status", choices=list(Status), default=Status.ALL)
        parser.add_argument("--format", choices=FORMATS, help="default: by the ending of FILE")
        parser.add_argument(
            "--language",
            choices=[code for code, _name in settings.LANGUAGES],
            default=settings.LANGUAGE_CODE,
        )

    def handle(self, *, out, neighbourhood, kind, status, language, **options):
        form = options["format"] or out.suffix.lower().removeprefix(".")
        if form not in FORMATS:
            raise CommandError(f"Say --format: {', '.join(FORMATS)}.")
        try:
            place = neighbourhood_named(neighbourhood) if neighbourhood else None
            choice = Choice(place, tuple(kind), Status(status), language)
            leaving = register_leave(choice=choice, form=form)
            size = self._write(out, leaving)
        except (ExportError, UnknownNeighbourhoodError) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}.") from error
        self.stdout.write(
            _("%(count)s pages written to %(file)s (%(size)s KB).")
            % {"count": leaving.count, "file": out, "size": f"{size / 1024:.0f}"}
        )

    def _write(self, file: Path, leaving) -> int:
        """Write beside the file first: one that was there is replaced whole or not at all."""
        part, size = file.with_name(f"{file.name}.part"), 0
        try:
            with part.open("wb") as out:
                for piece in leaving.stream():
                    size += out.write(piece)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
        return size
