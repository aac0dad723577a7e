from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from heritage.registers.models import ImportedRow, RegisterImport
from heritage.registers.writing.door import BusyError, settle
from heritage.registers.writing.undoing import UndoneError, import_undo


class Command(BaseCommand):
    help = (
        "Take back an import: drafts that it made and nobody has touched since are deleted, "
        "changed pages get their earlier values as a new draft; the rest is left and listed."
    )

    def add_arguments(self, parser):
        parser.add_argument("number", metavar="NUMBER", type=int, help="the import's number")
        parser.add_argument("--dry-run", action="store_true", help="say what it had written only")

    def handle(self, *, number, dry_run, **options):
        settle()
        record = RegisterImport.objects.filter(pk=number).first()
        if record is None:
            raise CommandError(f"There is no import {number}.{self._known()}")
        if dry_run:
            written = record.rows.filter(fate=ImportedRow.Fate.WRITTEN)
            made = written.filter(verdict="create").count()
            changed = written.filter(verdict="change").count()
            self.stdout.write(f"{record}: it made {made} drafts and changed {changed} pages.")
            return
        try:
            fates = import_undo(record=record, by=None, tell=self._tell)
        except (BusyError, UndoneError) as error:
            raise CommandError(str(error)) from error
        self._report(record, fates)

    def _tell(self, done: int, total: int) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"\r{done} / {total}", ending="")

    def _report(self, record: RegisterImport, fates) -> None:
        for row in record.rows.filter(fate=ImportedRow.Fate.LEFT):
            self.stdout.write(f"left: row {row.number}, {row.name}: {row.left_because}")
        undone, left = fates[ImportedRow.Fate.UNDONE], fates[ImportedRow.Fate.LEFT]
        self.stdout.write(
            _("%(undone)s rows taken back, %(left)s left.") % {"undone": undone, "left": left}
        )

    def _known(self) -> str:
        last = RegisterImport.objects.all()[:5]
        told = "; ".join(f"{record} ({record.get_state_display()})" for record in last)
        return f" The last ones: {told}." if told else " None has been brought in yet."
