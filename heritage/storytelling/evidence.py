"""The sources of a story and its competing statements, in one query."""

from itertools import groupby

from django.db.models import DateField, F, IntegerField, Value

from .models import Source, Statement

# (name in the row, what a source has, what a statement has)
_COLUMNS = (
    ("is_source", Value(1, output_field=IntegerField()), Value(0, output_field=IntegerField())),
    ("place", F("sort_order"), F("sort_order")),
    ("row", F("pk"), F("pk")),
    ("words", F("citation"), F("text")),
    ("sort", F("kind"), F("claim")),
    ("more", F("url"), F("note")),
    ("number", Value(0, output_field=IntegerField()), F("source_number")),
    ("day", F("accessed"), Value(None, output_field=DateField())),
    ("followed", Value(False), F("is_preferred")),
)


def read_evidence(page, *, is_preview: bool = False) -> tuple[list[Source], list[Statement]]:
    """Sources in the order of their numbers, and statements in the order written.

    A preview holds rows that are not stored yet: those are taken from the page itself.
    """
    if is_preview:
        return list(page.sources.all()), list(page.statements.all())
    sources = Source.objects.filter(page=page.pk).order_by().values_list(*_named(1))
    statements = Statement.objects.filter(page=page.pk).order_by().values_list(*_named(2))
    rows = sorted(sources.union(statements, all=True), key=lambda row: (row[1] or 0, row[2]))
    return [_source(row) for row in rows if row[0]], [_statement(row) for row in rows if not row[0]]


def claims(statements: list[Statement]) -> list[tuple[str, list[Statement]]]:
    """Competing statements by what they are about, in the order written."""
    order = list(dict.fromkeys(one.claim for one in statements))
    together = sorted(statements, key=lambda one: order.index(one.claim))
    return [
        (rows[0].get_claim_display(), rows)
        for rows in (list(group) for _claim, group in groupby(together, lambda one: one.claim))
    ]


def _named(side: int) -> list:
    columns = []
    for column in _COLUMNS:
        expression = column[side].copy() if hasattr(column[side], "copy") else F(column[side].name)
        expression.default_alias = f"evidence_{column[0]}"
        columns.append(expression)
    return columns


def _source(row) -> Source:
    _is, _place, pk, citation, kind, url, _number, accessed, _followed = row
    return Source(pk=pk, citation=citation, kind=kind, url=url, accessed=accessed)


def _statement(row) -> Statement:
    _is, _place, pk, text, claim, note, number, _day, followed = row
    return Statement(
        pk=pk, text=text, claim=claim, note=note, source_number=number, is_preferred=followed
    )
