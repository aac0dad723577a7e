"""A list of words pasted in, many lines at once."""

import re
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import WatchedWord
from .folding import folded

Kind = WatchedWord.Kind
MOST_LINES = 50_000
_BETWEEN = re.compile(r"[\t,，|｜]")
_KINDS = {
    "forbidden": Kind.FORBIDDEN, "禁用": Kind.FORBIDDEN, "禁用词": Kind.FORBIDDEN,
    "违禁": Kind.FORBIDDEN, "禁止": Kind.FORBIDDEN,
    "sensitive": Kind.SENSITIVE, "敏感": Kind.SENSITIVE, "敏感词": Kind.SENSITIVE,
    "慎用": Kind.SENSITIVE,
}  # fmt: skip


@dataclass
class Pasted:
    """What came of it: how many are new, changed or were there, and lines nobody can use."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[str] = field(default_factory=list)


@transaction.atomic
def words_paste(*, text: str, kind: str = Kind.SENSITIVE) -> Pasted:
    """Bring in one word a line: `word`, or `word, kind, advice` (comma, tab or bar between).

    `kind` is for lines that name none. A word that is there already takes the line's kind and
    advice, where the line gives them; pasted twice, nothing changes.
    """
    pasted = Pasted()
    wanted: dict[str, WatchedWord] = {}
    for line in text.splitlines()[:MOST_LINES]:
        if line.strip():
            _read(line, kind, wanted, pasted)
    there = WatchedWord.objects.in_bulk(wanted, field_name="folded")
    new = [word for key, word in wanted.items() if key not in there]
    changed = [old for key, old in there.items() if _takes(old, wanted[key])]
    WatchedWord.objects.bulk_create(new, batch_size=500)
    WatchedWord.objects.bulk_update(
        changed, ["kind", "advice", "is_active", "changed_at"], batch_size=200
    )
    pasted.added, pasted.changed = len(new), len(changed)
    pasted.unchanged = len(there) - len(changed)
    return pasted


def _read(line: str, kind: str, wanted: dict[str, WatchedWord], pasted: Pasted) -> None:
    word, *rest = (part.strip() for part in _BETWEEN.split(line, maxsplit=2))
    named = _KINDS.get(rest[0].casefold()) if rest else None
    advice = "，".join(part for part in (rest[1:] if named else rest) if part)
    key = folded(word)
    if not key or len(word) > WatchedWord._meta.get_field("word").max_length:
        pasted.refused.append(line.strip()[:80])
        return
    wanted[key] = WatchedWord(word=word, kind=named or kind, advice=advice[:255], folded=key)
    wanted[key].names_kind = named is not None


def _takes(old: WatchedWord, line: WatchedWord) -> bool:
    """Give a word that is there what the line says of it; whether that changed anything."""
    before = (old.kind, old.advice, old.is_active)
    old.kind = line.kind if line.names_kind else old.kind
    old.advice = line.advice or old.advice
    old.is_active = True
    old.changed_at = timezone.now()
    return before != (old.kind, old.advice, old.is_active)


def said_of(pasted: Pasted) -> str:
    """What came of a paste, in a sentence."""
    words = _("%(added)s new words, %(changed)s changed, %(unchanged)s were there already.") % {
        "added": pasted.added,
        "changed": pasted.changed,
        "unchanged": pasted.unchanged,
    }
    if pasted.refused:
        lines = _("%(count)s lines hold no word: %(lines)s") % {
            "count": len(pasted.refused),
            "lines": "; ".join(pasted.refused[:5]),
        }
        return f"{words} {lines}"
    return words
