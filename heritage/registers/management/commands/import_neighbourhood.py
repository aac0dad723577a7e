from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from heritage.archive.preparing import pictures_prepare
from heritage.registers.packages import PackageError, Report, package_bring_in
from heritage.registers.packages.counting import counts_told


class Command(BaseCommand):
    help = (
        "Bring in a neighbourhood that export_neighbourhood wrote, as drafts to be reviewed. All "
        "of it or nothing; what is here already is never changed."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.zip", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would come; keep none")
        parser.add_argument(
            "--publish", metavar="SUPERUSER", help="publish at once what was public, in this name"
        )
        parser.add_argument("--no-plaques", action="store_true", help="leave its codes out")

    def handle(self, *, file, dry_run, publish, no_plaques, **options):
        try:
            with file.open("rb") as opened:
                report = package_bring_in(
                    opened,
                    by=_superuser(publish) if publish else None,
                    is_dry_run=dry_run,
                    is_published=bool(publish),
                    has_plaques=not no_plaques,
                )
        except OSError as error:
            raise CommandError(
                _("%(file)s cannot be read: %(why)s.") % {"file": file, "why": error.strerror}
            ) from error
        except PackageError as error:
            raise CommandError(_("Nothing was brought in.") + f" {error}") from error
        self._make_sizes(report)
        self._say(report, dry_run)

    def _make_sizes(self, report: Report) -> None:
        """Make the sizes that pages ask for; on a terminal, say how far it has come."""
        total = len(report.pictures)
        done = 0

        def tick(picture):
            nonlocal done
            done += 1
            if self.stderr.isatty():
                self.stderr.write(f"\r{done}/{total}", ending="" if done < total else "\n")

        pictures_prepare(pictures=report.pictures, on_done=tick)

    def _say(self, report: Report, is_dry_run: bool) -> None:
        for note in report.notes:
            self.stderr.write(note)
        found = {"title": report.title, "site": report.site, "when": report.made_at}
        if is_dry_run:
            self.stdout.write(_("Would be brought in: %(title)s (%(site)s, %(when)s).") % found)
        else:
            self.stdout.write(_("Brought in: %(title)s (%(site)s, %(when)s).") % found)
        self.stdout.write(counts_told(report.counts))
        if report.page:
            named = {"number": report.page.pk, "slug": report.page.slug}
            self.stdout.write(_("See it in the admin: page %(number)s, %(slug)s.") % named)


def _superuser(name: str):
    model = get_user_model()
    user = model.objects.filter(**{model.USERNAME_FIELD: name}).first()
    if user is None or not user.is_superuser or not user.is_active:
        raise CommandError(
            _("“%(name)s” is no superuser: only one may publish without a review.") % {"name": name}
        )
    return user
