import pytest


@pytest.fixture
def journals(tmp_path, settings):
    """The folder of this test's own journals."""
    settings.SCANS_FOLDER = tmp_path / "scans"
    return settings.SCANS_FOLDER
