"""What `make run` says once the city is loaded."""

import importlib
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from home.demo.accounts import PASSWORDS
from tests.factories import UserFactory

MAKE = Path(__file__).parents[2] / ".make"
pytestmark = pytest.mark.django_db


@pytest.fixture
def serve(monkeypatch):
    """`.make/serve.py`, which is no package."""
    monkeypatch.syspath_prepend(MAKE)
    return importlib.import_module("serve")


def test_it_prints_how_editors_sign_in(serve):
    UserFactory(username="editor")

    assert serve.editor_logins() == [f"editor / {PASSWORDS['editor']}"]


def test_without_accounts_it_says_how_to_make_one(serve):
    assert "createsuperuser" in serve.editor_logins()[0]


@pytest.mark.parametrize("variable", ["QILOU_DATA", "MEDIA_ROOT"])
def test_a_folder_that_cannot_be_written_to_is_named_in_a_sentence(tmp_path, variable):
    (tmp_path / "file").write_text("no folder")
    folders = {"QILOU_DATA": tmp_path / "data", "MEDIA_ROOT": tmp_path / "media"}
    folders[variable] = tmp_path / "file" / "within"
    told = {name: str(folder) for name, folder in folders.items()}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        told["PORT"] = str(probe.getsockname()[1])

    ended = subprocess.run(
        [sys.executable, MAKE / "serve.py"],
        env=os.environ | told | {"DJANGO_SETTINGS_MODULE": "heritage.settings.dev"},
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert f"{variable}=/some/folder make run" in ended.stderr
