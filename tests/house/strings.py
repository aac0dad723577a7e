"""The interface's strings, read from the source as gettext would read them, without gettext."""

import ast
import re
from collections.abc import Iterator

from django.utils.translation.template import templatize

from . import files

# how many leading arguments are words, and whether the first is a context
CALLS = {
    "gettext": (1, False),
    "ngettext": (2, False),
    "pgettext": (2, True),
    "npgettext": (3, True),
}
LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
IN_TEMPLATE = re.compile(
    rf"\b(_|gettext|ngettext|pgettext|npgettext)\(\s*({LITERAL}(?:\s*,\s*{LITERAL})*)"
)

Message = tuple[str | None, str]  # context, msgid


def in_python(source: str) -> Iterator[Message]:
    """Messages of a Python module, whatever name it gives to gettext."""
    tree = ast.parse(source)
    names = {
        alias.asname or alias.name: alias.name.removesuffix("_lazy").removesuffix("_noop")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            call = names.get(node.func.id)
            if call in CALLS:
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                if words:  # a variable is translated too, but its words stand elsewhere
                    yield message(call, words)


def in_template(source: str, name: str) -> Iterator[Message]:
    """Messages of a Django template: translate, blocktranslate and _() in tags."""
    for call, literals in IN_TEMPLATE.findall(templatize(source, origin=name)):
        words = [ast.literal_eval(literal) for literal in re.findall(LITERAL, literals)]
        yield message("gettext" if call == "_" else call, words)


def message(call: str, words: list[str]) -> Message:
    number, has_context = CALLS[call]
    return (words[0], words[1]) if has_context and number > 1 else (None, words[0])


def of_the_project() -> set[Message]:
    found: set[Message] = set()
    for path in files.python_files(*files.ROOMS):
        found |= set(in_python(path.read_text(encoding="utf-8")))
    for path in files.files_named("*.html", *files.PAGES) + files.files_named(
        "*.txt", *files.PAGES
    ):
        found |= set(in_template(path.read_text(encoding="utf-8"), path.name))
    return {(context, words) for context, words in found if words}
