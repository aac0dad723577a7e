import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from heritage.plaques.carrying import RegisterError, register_bring_in

MOST_NAMED = 20


class Command(BaseCommand):
    help = (
        "Bring in a register that export_plaques wrote. It only adds: safe to run twice. A code "
        "that points elsewhere here is a conflict, and then nothing is brought in."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.json", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be brought in, and leave it"
        )

    def handle(self, *, file, dry_run, **options):
        try:
            report = register_bring_in(self._read(file), is_dry_run=dry_run)
        except RegisterError as error:
            raise CommandError(str(error)) from error
        self._tell(report, dry_run)

    def _read(self, file: Path):
        try:
            return json.loads(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except ValueError as error:
            raise CommandError(f"{file} is not JSON: {error}.") from error

    def _tell(self, report, dry_run: bool) -> None:
        if report.homeless:
            named = ", ".join(report.homeless[:MOST_NAMED])
            more = len(report.homeless) - MOST_NAMED
            self.stderr.write(
                f"Their pages are not here, by key or by address: {named}"
                + (f" and {more} more" if more > 0 else "")
                + ". Visitors are told so until the pages come."
            )
        self.stdout.write(
            f"{report.new} plaques brought in, {report.known} were here already; "
            f"{report.events} rows of history and {report.inspections} inspections added."
            + (" A dry run: nothing was kept." if dry_run else "")
        )
