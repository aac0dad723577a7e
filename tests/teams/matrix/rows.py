"""How a line of the table is written."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .town import EVERYBODY, MAY_READ, Town

NOBODY = frozenset()
ROOT = frozenset({"superuser"})
# Of the neighbourhood that the lines are about: its team, and the city's operator.
WRITE = ROOT | {"editor", "curator", "operator"}
READ = frozenset(MAY_READ)
CITY = ROOT | {"operator"}
# All who may enter the admin.
ENTER = frozenset(EVERYBODY) - {"ended", "plain", "stranger"}


@dataclass(frozen=True)
class Row:
    """One action: its words, what is sent where, and who may.

    A GET has got through when it is answered; a POST when it changed something, or, where `done`
    is told, when that holds. `else_changes` may change something beside it: who may not publish
    keeps a draft by pressing the same button.
    """

    words: str
    address: str
    may: frozenset[str]
    post: dict | None = None
    done: Callable[[Town], bool] | None = None
    else_changes: frozenset[str] = NOBODY
    files: dict = field(default_factory=dict)


def see(words: str, address: str, may: frozenset[str]) -> Row:
    return Row(words, address, may)


def do(words: str, address: str, may: frozenset[str], post: dict | None = None, **more) -> Row:
    return Row(words, address, may, post or {}, **more)
