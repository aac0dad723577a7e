"""The site as production serves it (gunicorn, two workers), over a city in a temporary folder."""

import contextlib
import io
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.postgres.cluster import free_port

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
# What the proxy in front would say; without it production sends everybody to https.
PROXY_HEADERS = {"X-Forwarded-Proto": "https"}


@dataclass
class Served:
    """A running site: its address, and the paths that are measured, by name."""

    url: str
    paths: dict[str, str]


def settle(folder: Path, port: int) -> dict[str, str]:
    """Set this process up as production in a folder of its own; return the environment."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "heritage.settings.base",
        "SECRET_KEY": "only-for-measuring-0123456789-0123456789-0123456789",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "QILOU_DATA": str(folder),
        "MEDIA_ROOT": str(folder / "media"),
        "BEHIND_PROXY": "1",
        "DATABASE_URL": "",
        "CACHE_URL": "",
    }
    return dict(os.environ)


def furnish() -> dict[str, str]:
    """Migrate, load the demo city (or the tests' one), and return the paths to measure."""
    import django

    django.setup()
    from django.core.management import call_command, get_commands

    print("· Preparing a city to measure", flush=True)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if "demo" in get_commands():
        call_command("demo", stdout=io.StringIO())
    else:
        from tests.city import build_city

        build_city()
    return measured_paths()


def measured_paths() -> dict[str, str]:
    from heritage.places.models import LandmarkPage, NeighbourhoodPage
    from heritage.plaques.models import Plaque
    from home.models import HomePage

    def first(model):
        found = model.objects.live().filter(locale__language_code="zh-hans")
        return found.order_by("path").first().url

    paths = {
        "home": first(HomePage),
        "neighbourhood": first(NeighbourhoodPage),
        "landmark": first(LandmarkPage),
    }
    plaque = Plaque.objects.bound().order_by("pk").first()
    return paths | ({"plaque": f"/q/{plaque.code}"} if plaque else {})


@contextlib.contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a furnished city for as long as the block runs."""
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    environment = settle(folder, port)
    site = Served(f"http://127.0.0.1:{port}", furnish())
    with running(port, environment, site.paths["home"]):
        yield site


@contextlib.contextmanager
def running(port: int, environment: dict[str, str], path: str) -> Iterator[subprocess.Popen]:
    """Run gunicorn over what is furnished, from the first answer at `path` on."""
    command = [sys.executable, "-m", "gunicorn", "heritage.wsgi", "--workers", str(WORKERS)]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "error"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    try:
        wait_until_up(f"http://127.0.0.1:{port}{path}", process)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def fetch(url: str) -> bytes:
    """A page's body, asked for as the proxy would ask."""
    request = urllib.request.Request(url, headers=PROXY_HEADERS)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.read()


def wait_until_up(url: str, process: subprocess.Popen, seconds: int = 40) -> None:
    for _ in range(seconds * 4):
        if process.poll() is not None:
            sys.exit("The server did not start; its words are above.")
        try:
            fetch(url)
            return
        except urllib.error.HTTPError as error:
            sys.exit(f"{url} answered {error.code}: nothing to measure.")
        except OSError:
            time.sleep(0.25)
    sys.exit(f"{url} did not answer within {seconds} s.")
