"""Words with which a source, or an editor, says that a date is not known."""

from .characters import plain

_SAID = (
    "不详", "未详", "不明", "无考", "失考", "不可考", "未知", "不知", "待考", "待查", "待核",
    "待证", "待确认", "unknown", "not known", "undated", "n.d.",
)  # fmt: skip


def says_unknown(text: str) -> bool:
    """Whether the words say that nobody knows, or not yet."""
    said = plain(text).casefold()
    return any(word.replace(" ", "") in said for word in _SAID)
