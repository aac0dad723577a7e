"""What other rooms tell beside a story, without the story knowing them.

An aside is a function `(page, desk) -> dict`; the dict joins the page's template context. Register
it in the room's `AppConfig.ready`. It may ask the desk for cards, and must not look at them: that
is for the template, when all have asked.
"""

from collections.abc import Callable

_asides: list[Callable] = []


def register_aside(function: Callable) -> Callable:
    """Have `function(page, desk)` asked for each story shown; once, however often called."""
    if function not in _asides:
        _asides.append(function)
    return function


def gather(page, desk) -> dict:
    """Everything the rooms have to say beside a page."""
    return {name: value for aside in _asides for name, value in aside(page, desk).items()}
