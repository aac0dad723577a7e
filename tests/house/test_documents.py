"""The README keeps up with the settings and commands that there are."""

import re
import tomllib

from django.core.management import get_commands

from heritage.settings.env import VARIABLES

from . import files


def section(title: str) -> str:
    """The README's section under a `## title` heading."""
    text = (files.ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert found, f"README.md has no section “{title}”"
    return found[1]


def first_column(markdown: str) -> list[str]:
    return re.findall(r"^\| `([^`|]+)`", markdown, re.M)


def test_the_settings_table_is_the_declared_variables():
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", section("Settings"), re.M)

    expected = [(v.name, f"`{v.default}`" if v.default else "", v.purpose) for v in VARIABLES]

    assert rows == expected


def test_the_commands_table_is_the_commands_there_are():
    ours = {name for name, app in get_commands().items() if app.startswith(("heritage", "home"))}

    listed = {name.split()[0] for name in first_column(section("Commands"))}

    assert listed == ours


def test_every_make_target_explains_itself():
    makefile = (files.ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(re.findall(r"^\.PHONY: (\S+)", makefile, re.M))

    assert phony == set(re.findall(r"^([a-z0-9-]+):.*## \S", makefile, re.M))


def test_every_room_is_on_the_readme_map():
    rooms = {path.parent.name for path in (files.ROOT / "heritage").glob("*/apps.py")}

    assert rooms <= set(re.findall(r"`heritage/(\w+)`", section("The rooms")))


def test_every_dependency_has_its_reason():
    project = tomllib.loads((files.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    decision = files.ROOT / "docs" / "decisions" / "0002-dependencies.md"
    reasons = set(re.findall(r"[\w.-]+", decision.read_text(encoding="utf-8")))

    names = {re.match(r"[\w.-]+", one)[0] for one in project["project"]["dependencies"]}

    assert names <= reasons


def test_every_decision_has_context_decision_and_cost():
    for path in (files.ROOT / "docs" / "decisions").glob("*.md"):
        parts = re.findall(r"^\*\*(.+)\.\*\*", path.read_text(encoding="utf-8"), re.M)
        assert parts == ["Context", "Decision", "Cost"], path.name
        assert len(files.lines_of(path)) <= 60, f"{path.name}: one page"
