from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from heritage.registers.columns import MappingError
from heritage.registers.mapped import mapping_save, register_map, wishes_of
from heritage.registers.mending import MendingError, mending_check, mending_write, refused_rows
from heritage.registers.models import RegisterImport
from heritage.registers.planning import KINDS, PlanOptions, plan_make
from heritage.registers.planning.neighbourhoods import Neighbourhoods, UnplacedError
from heritage.registers.planning.points import UNKNOWN, datum_of
from heritage.registers.progress import Bar
from heritage.registers.reading import ReadError, register_open
from heritage.registers.telling import file_lines, plan_lines, summary
from heritage.registers.writing.beginning import hash_of, import_begin
from heritage.registers.writing.bringing import NothingWrittenError, import_write
from heritage.registers.writing.door import BusyError


def arguments_add(parser) -> None:
    """What can be said of a register."""
    parser.add_argument("file", metavar="FILE", type=Path)
    add = parser.add_argument
    add("--into", metavar="NEIGHBOURHOOD", help="slug, where the file names no neighbourhood")
    add("--anywhere", action="store_true", help="points may lie outside the city")
    add("--dry-run", action="store_true", help="say what would become of each row, and leave it")
    add(
        "--errors",
        metavar="OUT.csv",
        type=Path,
        help="bring in the good rows, write the others"
        " here with the reasons, to be corrected and brought in",
    )
    add("--good-rows", action="store_true", help="bring in the good rows, leave the others")
    add(
        "--map",
        metavar="HEADER=COLUMN",
        action="append",
        default=[],
        dest="wishes",
        help="which column a header is (“-”: only keep it); may be given several times",
    )
    add("--mapping", metavar="NAME", default="", help="take the columns of a saved mapping")
    add("--save-mapping", metavar="NAME", default="", help="save this file's columns")
    add("--encoding", default="", help="of a CSV file, where it is not told rightly")
    add("--sheet", default="", help="of a workbook: its name or number")
    add("--datum", default="", help="of coordinates that name none, e.g. GCJ-02")
    add("--kind", default="", choices=["", *KINDS], help="of page, where the file does not say")
    add("--allow-similar", action="store_true", help="near-duplicates are other places")
    add("--file-wins", action="store_true", help="overwrite also what the page says otherwise")


class Command(BaseCommand):
    help = (
        "Bring a register (CSV, XLSX, Omeka's CSV) in as draft pages. All or nothing; with "
        "--errors or --good-rows all good rows. Safe to run again: nothing changes twice, and what "
        "an editor has changed since is never overwritten."
    )

    def add_arguments(self, parser):
        arguments_add(parser)

    def handle(self, **options):
        try:
            self._bring_in(options)
        except (ReadError, MappingError, MendingError, BusyError, NothingWrittenError) as error:
            raise CommandError(str(error)) from error

    def _bring_in(self, options: dict) -> None:
        wishes = wishes_of(options["wishes"])
        if options["errors"]:
            mending_check(options["errors"], options["file"])
        settings = self._settings(options)
        with register_open(
            options["file"], encoding=options["encoding"], sheet=options["sheet"]
        ) as register:
            mapping = register_map(register, wishes=wishes, saved=options["mapping"])
            self._tell(file_lines(register, mapping))
            if options["save_mapping"] and not options["dry_run"]:
                mapping_save(options["save_mapping"], mapping)
            record = None if options["dry_run"] else self._begin(options, mapping, settings)
            plan = self._plan(register, mapping, settings, record)
        self._tell(plan_lines(plan, is_dry_run=options["dry_run"]))
        if options["errors"]:
            self._write_errors(options["errors"], plan, record)
        if record is None:
            self.stdout.write(f"{summary(plan)} " + _("A dry run: nothing was written."))
            return
        self._write(record, plan)
        self.stdout.write(summary(plan))
        self.stdout.write(self._how_to_undo(record))

    def _settings(self, options: dict) -> PlanOptions:
        if options["datum"] and datum_of(options["datum"]) in ("", UNKNOWN):
            raise CommandError(
                _("“%(datum)s” is no known datum. Known: WGS-84, CGCS2000, GCJ-02, BD-09.")
                % {"datum": options["datum"]}
            )
        names = ("anywhere", "datum", "kind", "allow_similar", "file_wins")
        into = self._neighbourhood(options["into"]) if options["into"] else None
        return PlanOptions(into_id=into, **{name: options[name] for name in names})

    def _neighbourhood(self, words: str) -> int:
        places = Neighbourhoods()
        try:
            return places.find(words).id
        except UnplacedError as error:
            known = ", ".join(sorted(place.slug for place in places.by_id.values())[:60]) or "–"
            raise CommandError(
                _("There is no neighbourhood “%(words)s”. There are: %(known)s.")
                % {"words": words, "known": known}
            ) from error

    def _begin(self, options: dict, mapping, settings: PlanOptions) -> RegisterImport:
        with options["file"].open("rb") as file:
            file_hash = hash_of(file)
        some = options["errors"] or options["good_rows"]
        scope = RegisterImport.Scope.GOOD if some else RegisterImport.Scope.ALL
        names = ("into_id", "anywhere", "datum", "kind", "allow_similar", "file_wins")
        said = {name: getattr(settings, name) for name in names}
        said |= {"encoding": options["encoding"], "sheet": options["sheet"], "map": mapping.words}
        return import_begin(
            name=options["file"].name, file_hash=file_hash, options=said, scope=scope
        )

    def _plan(self, register, mapping, settings: PlanOptions, record: RegisterImport | None):
        bar = Bar(self.stderr, _("Reading"))
        try:
            return plan_make(rows=register.rows(), mapping=mapping, options=settings, progress=bar)
        except Exception:
            self._forget(record)
            raise
        finally:
            bar.end()

    def _write(self, record: RegisterImport, plan) -> None:
        bar, then = Bar(self.stderr, _("Writing")), Bar(self.stderr, _("Checking the drafts"))
        try:
            import_write(record=record, plan=plan, tell=bar, tell_checked=then)
        except NothingWrittenError as error:
            self._forget(record)
            raise CommandError(
                f"{summary(plan)} {error} "
                + _("Correct them, or bring in the good rows with --errors OUT.csv.")
            ) from error
        finally:
            bar.end()
            then.end()

    def _forget(self, record: RegisterImport | None) -> None:
        """A record under which nothing was written tells nobody anything."""
        if record and not record.rows.exists():
            record.delete()

    def _write_errors(self, path: Path, plan, record: RegisterImport | None) -> None:
        try:
            with path.open("w", encoding="utf-8", newline="") as file:
                count = mending_write(file, plan.headers, refused_rows(plan))
        except OSError as error:
            self._forget(record)
            raise CommandError(f"{path}: {error.strerror}.") from error
        self.stdout.write(
            _("%(count)s refused rows are in %(file)s; correct them there and bring it in.")
            % {"count": count, "file": path}
        )

    def _how_to_undo(self, record: RegisterImport) -> str:
        return _("Import %(number)s; “undo_import %(number)s” takes it back.") % {
            "number": record.pk
        }

    def _tell(self, lines) -> None:
        for line in lines:
            self.stdout.write(line)
