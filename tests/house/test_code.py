"""Habits that reviewers would otherwise have to watch."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from . import files

SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma|ruff:\s*noqa)\b")
WITH_REASON = re.compile(r"#\s*(noqa|type:|pragma|ruff:)[^#]*?\s[-–]\s\S+")
DUMPING_GROUNDS = {"core", "utils", "common", "base", "helpers", "misc"}
OWNED_BY_DJANGO = {"sites", "collections", "routes", "media"}
TOP_LEVEL = {"manage.py", "pyproject.toml", "heritage", "home", "media", "templates", "tests"}
USUAL = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "Makefile", "docs"}
LOCKS = {"package.json", "package-lock.json"}


def test_a_silenced_check_says_why():
    silent = [
        f"{files.short(path)}:{number}"
        for path in files.python_files(*files.CODE)
        for number, line in enumerate(files.lines_of(path), 1)
        if SUPPRESSION.search(line) and not WITH_REASON.search(line) and "SUPPRESSION" not in line
    ]

    assert not silent, "write the reason after the code: `# noqa: X000 - because …`"


def test_no_room_is_a_dumping_ground():
    modules = {
        path.stem if path.stem != "__init__" else path.parent.name
        for path in files.python_files(*files.ROOMS)
        if "settings" not in path.parts
    }

    assert not modules & (DUMPING_GROUNDS | OWNED_BY_DJANGO)


def test_rooms_import_downwards_only_and_all_are_declared():
    lint = Path(sys.executable).with_name("lint-imports")

    done = subprocess.run([lint, "--no-cache"], cwd=files.ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


@pytest.mark.wagtail8
@pytest.mark.django_db
def test_no_migration_is_pending(capsys):
    call_command("makemigrations", check=True, dry_run=True)


def test_only_the_settings_read_the_environment():
    readers = [
        files.short(path)
        for path in files.python_files(*files.ROOMS)
        if "settings" not in path.parts
        and path.name != "wsgi.py"
        and re.search(r"os\.(environ|getenv)", path.read_text(encoding="utf-8"))
    ]

    assert not readers


def test_the_top_level_stays_as_agreed():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=files.ROOT, capture_output=True, text=True
    ).stdout.splitlines()
    if not listed:
        pytest.skip("not a git checkout")
    names = {line.split("/")[0] for line in listed}

    strangers = {
        name
        for name in names - TOP_LEVEL - USUAL - LOCKS
        if not name.startswith((".", "requirements"))
    }
    assert not strangers


def test_no_lock_names_a_registry():
    for name in ("package-lock.json", "tests/lighthouse/package-lock.json"):
        assert '"resolved"' not in (files.ROOT / name).read_text()
    for path in files.ROOT.glob("requirements*.txt"):
        assert "://" not in path.read_text(), path.name
