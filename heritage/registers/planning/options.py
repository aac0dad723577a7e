"""What an operator says about a file beside its columns."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class PlanOptions:
    """`into_id`: page id of the neighbourhood for rows that name none. `anywhere`: points may lie
    outside the city. `datum`: of coordinates that name none, a word like GCJ-02. `kind`: of rows
    that name none, a key of KINDS. `allow_similar`: near-duplicates are other places. `file_wins`:
    where page and file differ the file is right, also against an editor's change. `may_add`:
    whether pages may be added below a page id; None where everything may.
    """

    into_id: int | None = None
    anywhere: bool = False
    datum: str = ""
    kind: str = ""
    allow_similar: bool = False
    file_wins: bool = False
    may_add: Callable[[int], bool] | None = None
