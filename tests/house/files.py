"""The project's own files, for the rules below."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("heritage", "home")
CODE = (*ROOMS, "tests", ".make")
PAGES = (*ROOMS, "templates")


def python_files(*folders: str) -> Iterator[Path]:
    """Python files of the project under the folders, migrations left out."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def files_named(pattern: str, *folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob(pattern))]


def definitions(kind, *folders: str) -> Iterator[tuple[str, ast.AST, int]]:
    """(place, node, lines) of every class or function in the folders' Python files."""
    for path in python_files(*folders):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, kind):
                place = f"{short(path)}:{node.lineno} {node.name}"
                yield place, node, node.end_lineno - node.lineno + 1


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
