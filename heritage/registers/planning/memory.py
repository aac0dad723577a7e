"""What earlier imports wrote, so that a second run changes nothing and no editor is overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.apps import apps

CHUNK = 5_000


@dataclass(frozen=True, slots=True)
class Remembered:
    """A row as it was last imported: its page, and what it said (`Entry.given`)."""

    page_id: int
    identity: str
    values: dict


@dataclass
class Memory:
    """Earlier rows, by identity and by page; the newest of each."""

    by_identity: dict[str, Remembered] = field(default_factory=dict)
    by_page: dict[int, Remembered] = field(default_factory=dict)


def recall(identities: Iterable[str], page_ids: Iterable[int] = ()) -> Memory:
    """Read `registers.ImportedRow` (identity, page, values) for these rows and pages."""
    memory = Memory()
    try:
        model = apps.get_model("registers", "ImportedRow")
    except LookupError:
        return memory
    for name, wanted in (("identity", set(identities)), ("page_id", set(page_ids))):
        for part in chunks(wanted):
            rows = model.objects.filter(**{f"{name}__in": part}, page__isnull=False)
            rows = rows.exclude(fate="undone")
            for page_id, identity, values in rows.order_by("pk").values_list(
                "page_id", "identity", "values"
            ):
                remembered = Remembered(page_id, identity, values)
                memory.by_identity[identity] = memory.by_page[page_id] = remembered
    return memory


def chunks(items: Iterable) -> Iterable[list]:
    """The items in lists short enough for one query."""
    items = list(items)
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
