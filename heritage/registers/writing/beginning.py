"""The record under which a file is brought in; also after a first try that was cut short."""

import hashlib
from typing import BinaryIO

from ..models import RegisterImport
from .door import State, settle, work_on
from .undoing import take_back

BLOCK = 1024 * 1024


def import_begin(
    *, name: str, file_hash: str, options: dict, scope: str, by=None
) -> RegisterImport:
    """Give the record for `import_write`; call it before the plan is made.

    The same file with the same options that was cut short half-way is gone on with. Any other
    import of “all or nothing” that was cut short is taken back first: half of it is not nothing.
    Raises BusyError while another import is written.
    """
    settle()
    stopped = RegisterImport.objects.filter(state=State.INTERRUPTED)
    ours = stopped.filter(file_hash=file_hash, options=options, scope=scope).first()
    halves_take_back(but=ours, by=by)
    return ours or RegisterImport.objects.create(
        by=by, file_name=name[:255], file_hash=file_hash, options=options, scope=scope
    )


def halves_take_back(*, but: RegisterImport | None, by) -> None:
    """Take back what is left of imports of “all or nothing” whose process has died."""
    settle()
    halves = RegisterImport.objects.filter(state=State.INTERRUPTED, scope=RegisterImport.Scope.ALL)
    for record in halves:
        if record != but:
            with work_on(record, State.UNDOING):
                take_back(record, by=by)


def hash_of(file: BinaryIO) -> str:
    """SHA-256 of a file's content, as hexadecimal digits; leaves it rewound."""
    file.seek(0)
    digest = hashlib.sha256()
    while block := file.read(BLOCK):
        digest.update(block)
    file.seek(0)
    return digest.hexdigest()
