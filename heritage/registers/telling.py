"""What an import found, in lines that an operator reads."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .columns import Mapping
from .planning import Plan, PlannedRow, Verdict
from .reading import Register

MOST_ROWS, MOST_NOTES, MOST_REASONS = 40, 20, 4


def file_lines(register: Register, mapping: Mapping) -> Iterator[str]:
    """How a file was read, and which header was taken for which column."""
    if register.sheet:
        others = [name for name in register.sheets if name != register.sheet]
        yield _("Sheet “%(sheet)s”, headers in row %(row)s.") % {
            "sheet": register.sheet,
            "row": register.header_number,
        } + (" " + _("Other sheets: %(names)s.") % {"names": ", ".join(others)} if others else "")
    else:
        yield _("Read as %(encoding)s, headers in row %(row)s.") % {
            "encoding": register.encoding.upper(),
            "row": register.header_number,
        }
    for match in mapping.matches:
        if match.column:
            datum = f" ({match.datum})" if match.datum else ""
            yield f"  {match.header} → {match.word}  {match.column.label}{datum}"
        elif match.rivals:
            yield f"  {match.header} → ?  " + _("could be: %(columns)s; say which with --map") % {
                "columns": ", ".join(match.rivals)
            }
    if kept := [match.header for match in mapping.kept if not match.rivals]:
        yield _("Not known, kept with the import: %(headers)s.") % {"headers": ", ".join(kept)}


def plan_lines(plan: Plan, *, is_dry_run: bool) -> Iterator[str]:
    """The notes on the file, then the rows: all that are refused, on a dry run also the others."""
    for note in plan.notes:
        yield str(note)
    yield from _rows(plan.refused, MOST_ROWS)
    if is_dry_run:
        yield from _rows(plan.of(Verdict.CHANGE), MOST_NOTES)
        noted = [row for row in plan.of(Verdict.CREATE, Verdict.SAME) if row.notes]
        yield from _rows(noted, MOST_NOTES)


def summary(plan: Plan) -> str:
    """`12 new, 3 changed, 40 left alone, 2 refused.`"""
    counts = plan.counts
    return _("%(new)s new, %(changed)s changed, %(same)s left alone, %(refused)s refused.") % {
        "new": counts[Verdict.CREATE],
        "changed": counts[Verdict.CHANGE],
        "same": counts[Verdict.SAME],
        "refused": counts[Verdict.REFUSE],
    }


def verdict_word(verdict: Verdict) -> str:
    return {
        Verdict.CREATE: _("new"),
        Verdict.CHANGE: _("changed"),
        Verdict.SAME: _("left alone"),
        Verdict.REFUSE: _("refused"),
    }[verdict]


def _rows(rows: list[PlannedRow], most: int) -> Iterator[str]:
    for row in rows[:most]:
        yield _("Row %(row)s, %(title)s: %(verdict)s") % {
            "row": row.entry.number,
            "title": row.entry.values.get("title") or "–",
            "verdict": verdict_word(row.verdict),
        }
        for name, (old, new) in row.changes.items():
            yield f"    {name}: {_short(old)} → {_short(new)}"
        reasons = sorted(row.reasons, key=lambda reason: not reason.is_refusal)
        for reason in reasons[:MOST_REASONS]:
            yield f"    {reason}"
        if len(reasons) > MOST_REASONS:
            yield "    …"
    if len(rows) > most:
        more = len(rows) - most
        yield ngettext("… and %(more)s more row.", "… and %(more)s more rows.", more) % {
            "more": more
        }


def _short(value: object) -> str:
    from .planning.comparing import shown

    return shown(value)[:40] or "–"
