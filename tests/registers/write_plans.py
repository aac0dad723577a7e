"""Plans made by hand, for what is said of writing them."""

from heritage.registers.columns import Mapping
from heritage.registers.models import RegisterImport
from heritage.registers.planning.plan import Entry, Plan, PlannedRow, Verdict
from heritage.registers.planning.reasons import Reason


def entry(number, parent, title="陈家祠", **values) -> Entry:
    """A row that says a landmark; `designations` and `sources` as lists of dicts."""
    children = {name: values.pop(name, None) for name in ("designations", "sources")}
    kind = values.pop("kind", "landmark")
    return Entry(
        number=number,
        kind=kind,
        parent_id=parent.pk,
        identity=f"row-{number}",
        values={"title": title, **values},
        raw=(title,),
        **children,
    )


def create(number, parent, title="陈家祠", **values) -> PlannedRow:
    return PlannedRow(entry(number, parent, title, **values), Verdict.CREATE)


def change(number, page, **values) -> PlannedRow:
    """A row that says other values than its page."""
    said = entry(number, page.get_parent(), **{"title": page.title, **values})
    stood = page.get_latest_revision_as_object().serializable_data()
    changes = {name: (stood[name], value) for name, value in said.given.items() if name in values}
    return PlannedRow(said, Verdict.CHANGE, page_id=page.pk, changes=changes)


def same(number, page) -> PlannedRow:
    return PlannedRow(entry(number, page.get_parent(), page.title), Verdict.SAME, page_id=page.pk)


def refuse(number, parent, title="") -> PlannedRow:
    reasons = [Reason("no_name", column="name", header="名称")]
    return PlannedRow(entry(number, parent, title), Verdict.REFUSE, reasons=reasons)


def plan(*rows) -> Plan:
    return Plan(headers=["名称"], mapping=Mapping(), rows=list(rows))


def record(by=None, **values) -> RegisterImport:
    return RegisterImport.objects.create(by=by, file_name="名录.csv", file_hash="0" * 64, **values)
