"""What stays of a register that was brought in: how it was read, and what each row became."""

from .imported_row import ImportedRow
from .register_import import RegisterImport
from .saved_mapping import SavedMapping

__all__ = ["ImportedRow", "RegisterImport", "SavedMapping"]
