"""Text in a spreadsheet's cell that a spreadsheet would take for a formula, and back."""

# A tab or a return before the sign is enough for some programs.
_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_MARK = "'"


def escape(text: str) -> str:
    """Put an apostrophe before what would be taken for a formula: `=1+1` → `'=1+1`.

    What begins with apostrophes and such a sign gets one more, so that `unescape` gives back every
    text exactly. A plain number (`-3.5`) is left as it is.
    """
    bare = text.lstrip(_MARK)
    if bare.startswith(_SIGNS) and not (bare == text and _is_number(text)):
        return _MARK + text
    return text


def unescape(text: str) -> str:
    """Take the apostrophe away that `escape` put there; other text stays as it is."""
    if text.startswith(_MARK) and text.lstrip(_MARK).startswith(_SIGNS):
        return text[1:]
    return text


def _is_number(text: str) -> bool:
    if not text.isascii() or not text[-1:].isdigit():
        return False
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text
