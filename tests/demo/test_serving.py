"""What `make run` says once the city is loaded."""

import importlib
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
