"""Traditional Chinese pages, made from the Simplified ones and kept in step with them.

`convert` turns words; `merge` decides, value by value, between what was generated and what an
editor wrote by hand; `sync` makes and refreshes pages. See docs/decisions/0005-traditional.md.
"""

from .convert import to_traditional
from .sync import sync_page

__all__ = ["sync_page", "to_traditional"]
