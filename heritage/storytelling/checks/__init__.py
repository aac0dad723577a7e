"""What is asked of every story before it is published. Importing it registers the checks."""

from importlib import import_module

# The order in which an editor reads them.
IN_ORDER = (
    "lede",
    "pictures",
    "sources",
    "dates",
    "statements",
    "recordings",
    "languages",
    "checked",
)
for name in IN_ORDER:
    import_module(f"{__name__}.{name}")
