"""Two texts side by side, each with what the other has not marked.

Wagtail's own differ takes a Chinese sentence for one word. This one compares sentences first, then
the characters of those that changed.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SENTENCES = re.compile(r"[^。！？；!?;\n]*[。！？；!?;\n]+|[^。！？；!?;\n]+")
WORDS = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
# Characters of one changed stretch; beyond it the stretch is shown as replaced whole.
LONGEST = 1500
# Below this likeness marks on single characters are confetti, and the whole is marked.
LIKE = 0.35


@dataclass(frozen=True)
class Mark:
    """A stretch of text: on both sides the same, or only on this one."""

    text: str
    is_changed: bool = False


Marks = list[Mark]


def side_by_side(before: str, after: str) -> tuple[Marks, Marks]:
    """The two texts as stretches; joined, each side is its text again."""
    if before == after:
        return _plain(before), _plain(after)
    left, right = [], []
    old, new = SENTENCES.findall(before), SENTENCES.findall(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            lefts, rights = _plain(gone), _plain(come)
        else:
            lefts, rights = _within(gone, come)
        left += lefts
        right += rights
    return _joined(left), _joined(right)


def _within(gone: str, come: str) -> tuple[Marks, Marks]:
    """A changed stretch, character by character where the two are alike."""
    whole = ([Mark(gone, True)] if gone else [], [Mark(come, True)] if come else [])
    if not gone or not come or len(gone) + len(come) > LONGEST:
        return whole
    old, new = WORDS.findall(gone), WORDS.findall(come)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < LIKE:
        return whole
    left, right = [], []
    for kind, a, b, c, d in matcher.get_opcodes():
        is_changed = kind != "equal"
        left.append(Mark("".join(old[a:b]), is_changed))
        right.append(Mark("".join(new[c:d]), is_changed))
    return left, right


def _plain(text: str) -> Marks:
    return [Mark(text)] if text else []


def _joined(marks: Marks) -> Marks:
    """Neighbouring stretches of a kind as one, empty ones left out."""
    together: Marks = []
    for mark in marks:
        if not mark.text:
            continue
        if together and together[-1].is_changed == mark.is_changed:
            together[-1] = Mark(together[-1].text + mark.text, mark.is_changed)
        else:
            together.append(mark)
    return together
