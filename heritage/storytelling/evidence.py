"""The sources of a story, its competing statements and who reviewed it, in one query."""

from itertools import groupby

from django.db.models import CharField, DateField, F, IntegerField, Value

from heritage.editorial.reviews.rounds import eased_passes

from .models import Source, Statement

_SOURCE, _STATEMENT, _PASS = 1, 0, 2


def _number(value: int) -> Value:
    return Value(value, output_field=IntegerField())


_NOTHING = Value("", output_field=CharField())
_NO_DAY = Value(None, output_field=DateField())
# (name in the row, what a source has, what a statement has, what a pass by few people has)
_COLUMNS = (
    ("is_source", _number(_SOURCE), _number(_STATEMENT), _number(_PASS)),
    ("place", F("sort_order"), F("sort_order"), _number(0)),
    ("row", F("pk"), F("pk"), F("pk")),
    ("words", F("citation"), F("text"), F("exception")),
    ("sort", F("kind"), F("claim"), _NOTHING),
    ("more", F("url"), F("note"), _NOTHING),
    ("number", _number(0), F("source_number"), _number(0)),
    ("day", F("accessed"), _NO_DAY, _NO_DAY),
    ("followed", Value(False), F("is_preferred"), Value(False)),
)


def read_evidence(page, *, is_preview: bool = False) -> tuple[list[Source], list[Statement], bool]:
    """Sources in the order of their numbers, statements in the order written, and whether the
    rule for small teams was used when the page was reviewed.

    A preview holds rows that are not stored yet: those are taken from the page itself.
    """
    if is_preview:
        return list(page.sources.all()), list(page.statements.all()), False
    sources = Source.objects.filter(page=page.pk).order_by().values_list(*_named(1))
    statements = Statement.objects.filter(page=page.pk).order_by().values_list(*_named(2))
    passes = eased_passes(page.live_revision_id).order_by().values_list(*_named(3))
    rows = sorted(
        sources.union(statements, passes, all=True), key=lambda row: (row[1] or 0, row[2])
    )
    return (
        [_source(row) for row in rows if row[0] == _SOURCE],
        [_statement(row) for row in rows if row[0] == _STATEMENT],
        any(row[0] == _PASS for row in rows),
    )


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
