"""Registers out: pages as rows of the columns that `import_register` reads, word for word."""

from .choosing import Choice, Status
from .formats import FORMATS
from .service import ExportError, Leaving, register_leave

__all__ = ["FORMATS", "Choice", "ExportError", "Leaving", "Status", "register_leave"]
