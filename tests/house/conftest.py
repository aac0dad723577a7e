"""What the house rules share."""

import importlib.util

import pytest

from . import files


@pytest.fixture(scope="session")
def messages():
    """The compiler of `.make/`, which is no package."""
    spec = importlib.util.spec_from_file_location("messages", files.ROOT / ".make" / "messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
