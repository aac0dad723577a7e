"""Production's settings in a process of their own, as an operator would start them."""

import gzip
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import Message
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
        "SECOND_FACTOR": "1",
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


class Running:
    """A site served by gunicorn with two workers, over what lies in a folder."""

    def __init__(self, folder: Path, **variables: str):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.folder, self.url = folder, f"http://127.0.0.1:{port}"
        self.variables = {"ALLOWED_HOSTS": "127.0.0.1"} | variables
        command = [sys.executable, "-m", "gunicorn", "heritage.wsgi", "--workers", "2"]
        self.process = subprocess.Popen(
            # A machine busy with other tests may take long over its first answer.
            [*command, "--bind", f"127.0.0.1:{port}", "--timeout", "120", "--log-level", "error"],
            cwd=ROOT,
            env=environment(folder, **self.variables),
        )

    def get(self, path: str, **headers: str) -> tuple[Message, bytes]:
        """The answer's headers and its body, asked for as a proxy that ends TLS would ask."""
        headers = {"X-Forwarded-Proto": "https", "Accept-Encoding": "gzip"} | headers
        request = urllib.request.Request(self.url + path, headers=headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            body = answer.read()
            zipped = answer.headers.get("Content-Encoding") == "gzip"
            return answer.headers, gzip.decompress(body) if zipped else body

    def wait(self) -> None:
        """Until it answers at all; health is another question."""
        for _ in range(240):
            with suppress(ConnectionError, urllib.error.URLError):
                with suppress(urllib.error.HTTPError):
                    self.get("/healthz")
                return
            time.sleep(0.25)
        raise TimeoutError("gunicorn did not start")

    def stop(self) -> None:
        """End it, at once where a worker still waits for a browser to take its answer."""
        self.process.terminate()
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def running_site(folder: Path, **variables: str) -> Iterator[Running]:
    """A site that runs for as long as the block."""
    site = Running(folder, **variables)
    try:
        site.wait()
        yield site
    finally:
        site.stop()
