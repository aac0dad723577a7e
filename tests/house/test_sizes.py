"""Files, classes and functions stay small enough to be read in one go."""

import ast

from . import files

FILE, CLASS, FUNCTION = 250, 150, 40
# Larger, each with its reason.
EXCUSED: dict[str, str] = {}


def test_no_file_is_longer_than_a_few_screens():
    kinds = [
        *files.python_files(*files.CODE),
        *files.files_named("*.html", *files.PAGES),
        *files.files_named("*.css", *files.PAGES),
        *files.files_named("*.js", *files.PAGES),
    ]

    long = {files.short(path): len(files.lines_of(path)) for path in kinds}

    assert not {k: n for k, n in long.items() if n > FILE and k not in EXCUSED}


def test_no_class_does_too_much():
    found = files.definitions(ast.ClassDef, *files.CODE)

    assert not [place for place, _node, lines in found if lines > CLASS]


def test_no_function_is_longer_than_a_screen():
    found = files.definitions((ast.FunctionDef, ast.AsyncFunctionDef), *files.CODE)

    assert not [place for place, _node, lines in found if lines > FUNCTION]
