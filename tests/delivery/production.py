"""Production's settings in a process of their own, as an operator would start them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(folder: Path, **variables: str) -> dict[str, str]:
    """A sound production environment; a variable given as "" is left out."""
    sound = {
        "DJANGO_SETTINGS_MODULE": "heritage.settings.base",
        "SECRET_KEY": "5f0c1b7a9d3e4c8fb2a6d1e07c9b3f48a5e2d6c1f7b8a09e3d4c",
        "ALLOWED_HOSTS": "story.example.org",
        "SITE_URL": "https://story.example.org",
        "BEHIND_PROXY": "1",
        "QILOU_DATA": str(folder),
        "MEDIA_ROOT": str(folder / "media"),
        "DATABASE_URL": "",
        "CACHE_URL": "",
        "EMAIL_URL": "",
    } | variables
    return os.environ | sound


def manage(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """Run `manage.py` in production; what it said is in `.stdout` and `.stderr`."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(folder, **variables),
        capture_output=True,
        text=True,
        timeout=120,
    )
