"""Neighbourhoods that a file makes itself: its other rows may name them."""

from .kinds import NEIGHBOURHOOD
from .neighbourhoods import Neighbourhoods, Place
from .plan import Plan, Verdict
from .reasons import Reason
from .rows import ReadRow


def is_newcomer(parent_id: int | None) -> bool:
    """Whether a parent is a neighbourhood of the file itself."""
    return parent_id is not None and parent_id < 0


def newcomers_expect(places: Neighbourhoods, rows: list[ReadRow]) -> None:
    """Let a name be found that no page has yet; its id is its row's number, below zero."""
    for row in rows:
        values = row.entry.values
        is_refused = any(reason.is_refusal for reason in row.reasons)
        if row.entry.kind != NEIGHBOURHOOD or is_refused:
            continue
        names = [values["title"], values.get("foreign_name", ""), row.slug,
                 *values.get("alt_names", "").splitlines()]  # fmt: skip
        if not places.knows(values["title"]):
            place = Place(-row.entry.number, "", values["title"], row.slug, point=row.point)
            places.add(place, names, row.division_code)


def newcomers_settle(plan: Plan, places: Neighbourhoods) -> None:
    """Refuse rows whose neighbourhood will not be made after all."""
    numbered = {row.entry.number: row for row in plan.rows if row.entry.kind == NEIGHBOURHOOD}
    for row in plan.rows:
        parent = row.entry.parent_id
        if not is_newcomer(parent):
            continue
        made = numbered[-parent]
        if made.verdict is Verdict.CREATE:
            continue
        page = places.by_id.get(made.page_id) if made.page_id else None
        if page:  # it has another name here
            params = {"near": f"{page.title} ({page.slug})"}
            reason = Reason("unknown_neighbourhood_near", "neighbourhood", params=params)
        else:
            params = {"row": made.entry.number}
            reason = Reason("neighbourhood_refused", "neighbourhood", params=params)
        row.reasons.append(reason)
        row.verdict = Verdict.REFUSE
