"""The story of a page without the numbers of an installation's rows.

One walk over fields, rows of children and blocks; what becomes of a reference or of rich text is up
to the `Turner`: one collects, one turns outwards (row numbers into names), one inwards.
"""

from .turning import LOST, Turner, turn_stream, turn_words

__all__ = ["LOST", "Turner", "turn_stream", "turn_words"]
