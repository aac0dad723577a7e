"""Bring the database up to date, load the demo city once, and serve (`make run`).

One process does all three, since starting Wagtail is what takes the time.
"""

import hashlib
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from progress import say

ROOT = Path(__file__).resolve().parent.parent
HOST = os.environ.get("HOST") or "127.0.0.1"
PORT = int(os.environ.get("PORT") or 8000)


def refuse_a_taken_port() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, PORT))
        except OSError:
            sys.exit(f"Port {PORT} is taken. Choose another: make run PORT={PORT + 1}")


def start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heritage.settings.dev")
    os.environ.setdefault("SITE_URL", f"http://{HOST}:{PORT}")
    os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")  # the README says it better
    sys.path.insert(0, str(ROOT))
    import django

    try:
        django.setup()
    except OSError as error:  # the settings of development make the folder of data
        refuse_the_folder(error.filename, "QILOU_DATA")


def refuse_the_folder(folder: Path | str, variable: str) -> NoReturn:
    sys.exit(f"{folder} cannot be written to. Choose another: {variable}=/some/folder make run")


def refuse_a_closed_folder() -> None:
    from django.conf import settings

    kept = {"QILOU_DATA": Path(settings.STATIC_ROOT).parent, "MEDIA_ROOT": settings.MEDIA_ROOT}
    for variable, folder in kept.items():
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
            refuse_the_folder(folder, variable)


def migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Preparing the database")
        call_command("migrate", verbosity=0, interactive=False)


def load_demo() -> None:
    """Load the demo city where it is not there yet, or came from an older version of its texts."""
    from django.conf import settings
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT).parent / "demo.stamp"
    if stamp.exists() and stamp.read_text() == demo_version() and has_places():
        return
    say("Loading the demo city")
    call_command("demo")
    stamp.write_text(demo_version())


def demo_version() -> str:
    digest = hashlib.sha256()
    for path in sorted((ROOT / "home" / "demo").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(ROOT)} {path.stat().st_size}".encode())
    return digest.hexdigest()


def has_places() -> bool:
    from django.apps import apps

    return apps.get_model("places", "NeighbourhoodPage").objects.exists()


def editor_logins() -> list[str]:
    """The demo's accounts that are there, with their passwords; or how to make one."""
    from django.contrib.auth import get_user_model

    from home.demo.accounts import PASSWORDS

    there = get_user_model().objects.filter(username__in=PASSWORDS)
    lines = [f"{user.username} / {PASSWORDS[user.username]}" for user in there]
    return lines or ["make an account: .venv/bin/python manage.py createsuperuser"]


def serve() -> None:
    from django.core.management import call_command

    print(f"\n  Qilou 骑楼 is open:  http://{HOST}:{PORT}")
    print(f"  Editors:             http://{HOST}:{PORT}/admin/")
    for line in editor_logins():
        print(f"                       {line}")
    print("  Stop it with Ctrl-C.\n", flush=True)
    call_command("runserver", f"{HOST}:{PORT}", use_reloader=False)


def main() -> None:
    refuse_a_taken_port()
    start_django()
    refuse_a_closed_folder()
    migrate()
    load_demo()
    serve()


if __name__ == "__main__":
    main()
