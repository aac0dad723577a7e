"""A register carried to another installation, its codes intact: out as JSON, in again.

Pages are named by their translation key, and by their address for an installation whose pages were
made anew. Bringing in only adds: what is there stays as it is, and a code that points elsewhere
there is a conflict, for which nothing at all is brought in. Photographs are files of the archive:
whoever carries those too says what they are called, both ways; else they stay behind.
"""

from .bringing import RegisterError, Report, register_bring_in
from .reading import ElsewhereError
from .taking import photographs_of, register_take_out

__all__ = [
    "ElsewhereError",
    "RegisterError",
    "Report",
    "photographs_of",
    "register_bring_in",
    "register_take_out",
]
