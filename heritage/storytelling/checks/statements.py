from itertools import groupby

from django.utils.translation import gettext_lazy as _

from heritage.editorial.readiness.registry import Lack, register_check

from ..models import Statement, StoryPage


@register_check(
    "statements",
    _("Where sources disagree, the page says which one it follows"),
    page_types=[StoryPage],
    field="statements",
    applies=lambda page: bool(page.statements.all()),
)
def disagreements_are_settled(page):
    """One statement about a fact is followed, or a note says why none is."""
    rows = sorted(page.statements.all(), key=lambda row: row.claim)
    for claim, group in groupby(rows, key=lambda row: row.claim):
        statements = list(group)
        followed = sum(row.is_preferred for row in statements)
        values = {"claim": Statement.Claim(claim).label}
        if any(row.note.strip() for row in statements) or followed == 1:
            continue
        if followed:
            yield Lack(_("%(claim)s: more than one statement is followed. Say why.") % values)
        else:
            yield Lack(_("%(claim)s: mark the statement this page follows, or say why.") % values)
