"""The front-end packages that npm fetched at set-up, as folders for STATICFILES_DIRS."""

from pathlib import Path

# address under /static/ → folder inside node_modules
PACKAGES = {"npm/leaflet": "leaflet/dist"}


def package_folders(project: Path) -> list[tuple[str, Path]]:
    """Return (prefix, folder) for each package that is installed; none is needed to read a page."""
    modules = project / "node_modules"
    folders = [(prefix, modules / folder) for prefix, folder in PACKAGES.items()]
    return [(prefix, folder) for prefix, folder in folders if folder.is_dir()]
