"""Files of registers, read as rows of words: CSV in any encoding, XLSX, Omeka's export."""

from .opening import Register, register_open
from .refusing import ReadError

__all__ = ["ReadError", "Register", "register_open"]
