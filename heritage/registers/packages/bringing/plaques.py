"""The codes of a package into the register: only ones that open its own pages."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from heritage.plaques.carrying import ElsewhereError, register_bring_in
from heritage.plaques.models import Plaque

from ...portable.problems import PackageError, listed


def plaques_bring_in(
    register: dict[str, Any], keys: set[str], numbers: dict[str, int]
) -> tuple[int, list[str]]:
    """Add the plaques; return how many are new, and notes. `keys` are the pages brought in.

    `numbers` are the items of the archive that came along, by the names of their references.
    A code that is here and points elsewhere is refused by the register's own rule (RegisterError).
    """
    try:
        rows = [_own(row) for row in register["plaques"]]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise PackageError(_("The plaques in the package cannot be read.")) from error
    strange = [str(row.get("code")) for row in rows if not _keys_of(row) <= keys]
    if strange:
        raise PackageError(
            _("Plaques in the package point out of it: %(codes)s.") % {"codes": listed(strange)}
        )
    pictures = {name: pk for name, pk in numbers.items() if name.startswith("picture:")}
    try:
        report = register_bring_in({**register, "plaques": rows}, photographs=pictures)
    except ElsewhereError as error:
        raise PackageError(
            _(
                "These codes are here already and open something else: %(codes)s. Leave the "
                "package's plaques out, or point these codes at its pages after it has come."
            )
            % {"codes": listed(_opened_by(error.codes))}
        ) from error
    notes = []
    if report.known:
        notes.append(_("%(number)s plaques were here already.") % {"number": report.known})
    return report.new, notes


def _opened_by(codes: list[str]) -> list[str]:
    """`B7KX2M (恩宁路)`: each code with the title of what it opens here."""
    targets = dict(Plaque.objects.filter(code__in=codes).values_list("code", "target_key"))
    pages = Page.objects.filter(translation_key__in=[key for key in targets.values() if key])
    # By the path backwards: the first tree, in the source language, is the one that stays.
    titles = dict(pages.order_by("-path").values_list("translation_key", "title"))
    return [f"{code} ({titles.get(targets[code], '–')})" for code in codes]


def _own(row: dict[str, Any]) -> dict[str, Any]:
    """A plaque signed by nobody here, its page named by key alone: both could be made up."""
    return {
        **row,
        "in_care_of": "",
        "target": _named(row["target"]),
        "neighbourhood": _named(row["neighbourhood"]),
        "events": [{**one, "by": ""} for one in row["events"]],
        "inspections": [{**one, "by": ""} for one in row["inspections"]],
    }


def _named(page: dict[str, Any] | None) -> dict[str, str] | None:
    return None if page is None else {"key": str(page["key"]), "path": ""}


def _keys_of(row: dict[str, Any]) -> set[str]:
    return {page["key"] for page in (row["target"], row["neighbourhood"]) if page}
