"""A question in the words of SQLite's FTS5."""

from .question import All, AnyOf, Everything, Part, Tokens, Without


def write(part: Part) -> tuple[str, bool]:
    """The MATCH expression, and whether what matches is to be left out.

    FTS5 has no "not" of its own, only "this but not that": a leading one is handed up. An empty
    expression means everything. Tokens hold letters and digits only, so nothing is escaped.
    """
    if isinstance(part, Tokens):
        return f'"{" ".join(part.words)}"' + (" *" if part.is_open else ""), False
    if isinstance(part, Everything):
        return "", False
    if isinstance(part, Without):
        expression, is_left_out = write(part.part)
        return expression, not is_left_out
    if isinstance(part, AnyOf):
        return _any_of(part)
    return _all(part)


def _all(part: All) -> tuple[str, bool]:
    written = [write(each) for each in part.parts]
    if ("", True) in written:
        return "", True
    wanted = [text for text, is_left_out in written if text and not is_left_out]
    unwanted = [text for text, is_left_out in written if is_left_out]
    if not wanted:
        return _group(unwanted, " OR "), bool(unwanted)
    if not unwanted:
        return _group(wanted, " AND "), False
    return f"({_group(wanted, ' AND ')} NOT {_group(unwanted, ' OR ')})", False


def _any_of(part: AnyOf) -> tuple[str, bool]:
    # By De Morgan: any of them is not (none of them).
    text, is_left_out = _all(All(tuple(Without(each) for each in part.parts)))
    return text, not is_left_out


def _group(texts: list[str], joint: str) -> str:
    return texts[0] if len(texts) == 1 else f"({joint.join(texts)})" if texts else ""
