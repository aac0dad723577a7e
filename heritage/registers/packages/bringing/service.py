import tempfile
from dataclasses import dataclass, field
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from heritage.delivery.freshness import renew_after_commit
from heritage.plaques.carrying import RegisterError

from ...portable.inward import Inward
from ...portable.problems import PackageError, listed, words_of
from .admitting import Door
from .collecting import collection_for
from .planting import Planting, refuse_known
from .plaques import plaques_bring_in
from .reading import PackageIn, read_package
from .shelving import Shelving


@dataclass
class Report:
    """What was, or on a dry run would be, brought in."""

    title: str
    site: str
    made_at: str
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    page: Page | None = None  # the neighbourhood; None on a dry run
    pictures: list = field(default_factory=list)


def package_bring_in(
    file: BinaryIO,
    *,
    by=None,
    is_dry_run: bool = False,
    is_published: bool = False,
    has_plaques: bool = True,
) -> Report:
    """Add the neighbourhood of a package, as drafts; PackageError in words, and nothing changed.

    `is_published`: what was public where it comes from is public here at once. `has_plaques`:
    its codes come along, and open its pages here too.
    """
    package = read_package(file)
    refuse_known(package.pages)
    with tempfile.TemporaryDirectory(prefix="qilou-package-") as folder:
        door = Door(package.opened, folder)
        shelving = Shelving(package, door)
        shelving.admit()
        _refuse_unnamed(package, door)
        if not has_plaques:
            shelving.leave_photographs()
        planting = Planting(by=by, is_published=is_published)
        is_kept = False
        try:
            report = _bring_in(package, shelving, planting, has_plaques, is_dry_run)
            is_kept = not is_dry_run
        except (ValidationError, IntegrityError, RegisterError) as error:
            words = words_of(error) if isinstance(error, ValidationError) else str(error)
            raise PackageError(words) from error
        finally:
            if not is_kept:
                shelving.undo()
    return report


@transaction.atomic
def _bring_in(
    package: PackageIn,
    shelving: Shelving,
    planting: Planting,
    has_plaques: bool,
    is_dry_run: bool,
) -> Report:
    refuse_known(package.pages)  # again: somebody may have been quicker
    pages = planting.place(package.pages)
    if not pages:
        raise PackageError(" ".join(planting.notes))
    shelving.store(collection_for(package.root.title))
    inward = Inward({name: page.pk for name, page in planting.made.items()}, shelving.numbers)
    for page in pages:
        planting.tell(page, inward)
    counts = {"pages": len(pages), **{kind: len(rows) for kind, rows in package.archive.items()}}
    notes = [*package.notes, *planting.notes, *inward.notes, *shelving.notes]
    if has_plaques:
        keys = {str(page.key) for page in pages}
        counts["plaques"], more = plaques_bring_in(package.plaques, keys, shelving.numbers)
        notes += more
    # Rows written like this send no word that pages were published.
    renew_after_commit()
    if is_dry_run:
        transaction.set_rollback(True)
    return Report(
        package.root.title,
        package.site,
        package.made_at,
        counts,
        notes,
        page=None if is_dry_run else planting.made[pages[0].name],
        pictures=[] if is_dry_run else shelving.pictures,
    )


def _refuse_unnamed(package: PackageIn, door: Door) -> None:
    """A file that nothing names was never looked at: there is no reason for it to be there."""
    files = {name for name in package.opened.sizes if name.startswith("files/")}
    if unnamed := files - door.used:
        raise PackageError(
            _("The package holds files that nothing in it names: %(names)s.")
            % {"names": listed(sorted(unnamed), 3)}
        )
