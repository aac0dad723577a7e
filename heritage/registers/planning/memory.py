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
    """Earlier rows, by identity and by page: what each field was last said to be."""

    by_identity: dict[str, Remembered] = field(default_factory=dict)
    by_page: dict[int, Remembered] = field(default_factory=dict)

    def add(self, row: Remembered) -> None:
        """Take in one more row, newer than those before it."""
        before = self.by_page.get(row.page_id)
        if before:
            # Another register may have said other things of the same page.
            row = Remembered(row.page_id, row.identity, before.values | row.values)
        self.by_identity[row.identity] = self.by_page[row.page_id] = row


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
            rows = rows.exclude(fate="undone").order_by("pk")
            for row in rows.values_list("page_id", "identity", "values"):
                memory.add(Remembered(*row))
    return memory


def chunks(items: Iterable) -> Iterable[list]:
    """The items in lists short enough for one query."""
    items = list(items)
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
