"""Make the plan of an import: read every row, find its page, say what would become of it."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from ..columns import Mapping, MappingError
from .comparing import Comparison
from .fields import site_type_by_name
from .guarding import refuse_guarded
from .kinds import KINDS, LANDMARK
from .matching import Matcher, identify
from .memory import Memory, recall
from .neighbourhoods import Neighbourhoods
from .newcomers import is_newcomer, newcomers_expect, newcomers_settle
from .options import PlanOptions
from .placing import Placer
from .plan import Plan, PlannedRow, Verdict
from .present import present_values
from .reasons import Reason
from .rows import ReadRow, RowReader
from .sections import Sections
from .tree import Index, Known, names_in, read_tree

Progress = Callable[[int], None]


def plan_make(
    *,
    rows: Iterable[tuple[int, tuple[str, ...]]],
    mapping: Mapping,
    options: PlanOptions | None = None,
    progress: Progress = lambda count: None,
) -> Plan:
    """Plan an import; nothing is written. The number of queries does not grow with the rows.

    `rows` as `Register.rows()` gives them. `progress` is told how many rows have been read. Raises
    MappingError where the file has no name, and lets the ReadError of a broken file through.
    """
    options = options or PlanOptions()
    is_open = not mapping.has("title") and any("title" in m.rivals for m in mapping.matches)
    if is_open or not mapping.has("title", "foreign_name"):
        raise MappingError(_without_name(mapping))
    reader = RowReader(mapping, options)
    sections = Sections(mapping)
    read = []
    for number, raw in rows:
        if not reader.is_export and sections.takes(number, raw):
            continue
        read.append(reader.read(number, raw, sections))
        progress(len(read))
    plan = _Planner(reader, options).plan(read)
    plan.notes += sections.notes
    return plan


def _without_name(mapping: Mapping) -> str:
    if not any(match.column or match.rivals for match in mapping.matches):
        return _(
            "No header is known here. If the file has none, write a row of them above its rows "
            "(名称, 地址, 年代 …); else say which column holds the name, e.g. “%(header)s” = title."
        ) % {"header": _likely(mapping)}
    return _(
        "No column is known to hold the name. Say which one does, e.g. “%(header)s” = title."
    ) % {"header": _likely(mapping)}


def _likely(mapping: Mapping) -> str:
    """The header for an example: rather one that is no other column yet."""
    open_ones = [match for match in mapping.matches if match.header and not match.column]
    of_name = [match for match in open_ones if "title" in match.rivals]
    matches = of_name or open_ones or [match for match in mapping.matches if match.header]
    if of_name and len(of_name) > 1:
        return f"#{of_name[0].index + 1}"
    return matches[0].header if matches else "…"


class _Planner:
    """Puts the rows that were read into the tree as it stands."""

    def __init__(self, reader: RowReader, options: PlanOptions):
        self._reader, self._options = reader, options
        self._headers = {m.column.key: m.header for m in reader.mapping.matches[::-1] if m.column}
        self._places = Neighbourhoods()

    def plan(self, rows: list[ReadRow]) -> Plan:
        mapping = self._reader.mapping
        plan = Plan([match.header for match in mapping.matches], mapping)
        newcomers_expect(self._places, rows)
        placer = Placer(self._places, self._options.into_id, self._headers)
        for row in rows:
            placer.put(row)
        identify(rows)
        pages = read_tree(self._places)
        memory = recall(row.entry.identity for row in rows)
        self._lift_unknown_places(rows, pages, memory)
        matcher = Matcher(pages, memory, self._options, self._headers)
        found = [matcher.match(row) for row in rows]
        matched = {page.page_id: page.kind for page in found if page}
        present = present_values(matched.items())
        memory = recall((), matched)
        plan.rows = [
            self._planned(row, page, present, memory) for row, page in zip(rows, found, strict=True)
        ]
        refuse_guarded(plan)
        newcomers_settle(plan, self._places)
        plan.notes = self._notes(rows)
        return plan

    def _lift_unknown_places(self, rows: list[ReadRow], pages: Index, memory: Memory) -> None:
        """A row that is plainly a page here need not say where it stands."""
        for row in rows:
            entry = row.entry
            if entry.parent_id is not None:
                continue
            known = pages.by_any_slug.get(row.slug, ()) if row.slug else ()
            same = [page for page in known if page.kind == entry.kind
                    and page.name in _names(row)]  # fmt: skip
            remembered = memory.by_identity.get(entry.identity)
            page = pages.by_id.get(remembered.page_id) if remembered else None
            page = page or (same[0] if len(same) == 1 else None)
            if page:
                entry.parent_id = page.parent_id
                row.reasons[:] = [r for r in row.reasons if "neighbourhood" not in r.code]

    def _planned(
        self, row: ReadRow, page: Known | None, present: dict, memory: Memory
    ) -> PlannedRow:
        planned = PlannedRow(row.entry, Verdict.CREATE, reasons=row.reasons)
        if page:
            self._compare(planned, row, page, present, memory)
        elif planned.reasons and planned.refusals:
            planned.verdict = Verdict.REFUSE
        else:
            self._complete(planned, row)
        if planned.refusals:
            planned.verdict = Verdict.REFUSE
        return planned

    def _compare(self, planned: PlannedRow, row: ReadRow, page: Known, present, memory) -> None:
        planned.page_id = page.page_id
        last = memory.by_page.get(page.page_id)
        said = Comparison(row, present[page.page_id], last, file_wins=self._options.file_wins)
        planned.changes = said.with_datum(row.entry.values)
        planned.reasons += [self._headed(reason) for reason in said.reasons]
        planned.verdict = Verdict.CHANGE if planned.changes else Verdict.SAME
        if page.parent_id != row.entry.parent_id:
            place = self._places.by_id.get(page.parent_id)
            self._say(row, "elsewhere", "neighbourhood", place=place.title if place else "–")

    def _complete(self, planned: PlannedRow, row: ReadRow) -> None:
        """What a new page has beside what the file says."""
        parent_id, may_add = planned.entry.parent_id, self._options.may_add
        parent = self._places.home.pk if is_newcomer(parent_id) else parent_id
        if may_add and not may_add(parent):
            self._say(row, "not_allowed", "neighbourhood", row.place_words)
        _settle_identity(row)

    def _notes(self, rows: list[ReadRow]) -> list[Reason]:
        notes = []
        if self._reader.is_datum_assumed:
            key = "lat" if "lat" in self._headers else "point"
            notes.append(Reason("no_datum", key, self._headers.get(key, "")))
        kinds = {row.entry.kind for row in rows} or {LANDMARK}
        notes += self._reader.foreign(kinds & set(KINDS))
        mapping = self._reader.mapping
        if mapping.has("category") and not mapping.has("grade", "heritage_class", "batch",
                                                       "register_number", "announced_on",
                                                       "announced_by"):  # fmt: skip
            notes.append(Reason("not_shown", "category", self._headers["category"]))
        return notes

    def _headed(self, reason: Reason) -> Reason:
        header = self._headers.get(reason.column, "")
        return Reason(reason.code, reason.column, header, reason.value, reason.params)

    def _say(self, row: ReadRow, code: str, key: str, value: str = "", /, **params) -> None:
        row.reasons.append(Reason(code, key, self._headers.get(key, ""), value, params))


def _names(row: ReadRow) -> set[str]:
    values = row.entry.values
    return set(names_in(values["title"], values.get("alt_names", "")))


def _settle_identity(row: ReadRow) -> None:
    """Key, address and kind of place of a new page: the row's own, else what its name says."""
    values = row.entry.values
    if row.key:
        values["translation_key"] = row.key
    if row.slug:
        values["slug"] = row.slug
    for name in ("site_type", "theme"):
        if not values.get(name):
            values.pop(name, None)  # the model's own default
    named = site_type_by_name(values["title"]) if row.entry.kind == LANDMARK else ""
    if named:
        values.setdefault("site_type", named)
