"""JSON from somebody else: bounded, without what a database cannot keep."""

import json
from typing import Any

from django.utils.translation import gettext as _

from ...portable.problems import PackageError
from .. import layout


def read_json(data: bytes, name: str) -> Any:
    """The content of a JSON file; PackageError names it where it is none."""
    try:
        value = json.loads(
            data.decode(), parse_constant=_no_number, object_pairs_hook=_without_repeats
        )
    except (ValueError, RecursionError) as error:
        raise _unreadable(name) from error
    _measure(value, name)
    return value


def _no_number(word: str) -> None:
    raise ValueError(word)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name stands twice")
    return values


def _measure(value: Any, name: str) -> None:
    """Hold depth and number of values to their bounds; refuse text that cannot be stored."""
    level, count = [value], 0
    for _depth in range(layout.DEEPEST):
        count += len(level)
        if count > layout.MOST_VALUES:
            break
        below: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                below += [*one.keys(), *one.values()]
            elif isinstance(one, list):
                below += one
            elif isinstance(one, str) and not _is_text(one):
                raise _unreadable(name)
        if not below:
            return
        level = below
    raise PackageError(_("“%(name)s” in the package is too large.") % {"name": name})


def _is_text(text: str) -> bool:
    """Whether PostgreSQL can keep it: no NUL, no half of a surrogate pair."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _unreadable(name: str) -> PackageError:
    return PackageError(_("“%(name)s” in the package cannot be read.") % {"name": name})
