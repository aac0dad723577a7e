"""A question in the words of PostgreSQL's tsquery."""

from .question import All, Everything, Part, Tokens, Without


def write(part: Part) -> str:
    """The raw tsquery; empty for everything. Tokens hold letters and digits only: no escaping."""
    if isinstance(part, Tokens):
        words = [f"'{word}'" for word in part.words]
        if part.is_open:
            words[-1] += ":*"
        return f"({' <-> '.join(words)})"
    if isinstance(part, Everything):
        return ""
    if isinstance(part, Without):
        return f"!{write(part.part)}" if write(part.part) else ""
    written = [write(each) for each in part.parts]
    if isinstance(part, All):
        return _group([text for text in written if text], " & ")
    return "" if "" in written else _group(written, " | ")


def _group(texts: list[str], joint: str) -> str:
    return f"({joint.join(texts)})" if texts else ""
