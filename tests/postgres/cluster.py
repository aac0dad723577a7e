"""A private PostgreSQL server from Debian's binaries, for as long as a command runs.

    python -m tests.postgres.cluster pytest -m postgres

Data, socket and log lie in a temporary folder; the port is a free one; nothing of an installed
server is touched. PostgreSQL refuses to run as root, so root hands it to the user `postgres`.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

USER_FOR_ROOT = "postgres"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}


class UnavailableError(Exception):
    """There is no PostgreSQL here to start; the message says what to install."""


def find_binaries() -> Path:
    """Return the newest installed version's bin folder; UnavailableError where there is none."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: float(folder.parent.name))
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    raise UnavailableError("no PostgreSQL found: apt install postgresql")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def as_owner(command: list[str]) -> list[str]:
    """The command as the user that owns the cluster."""
    if os.geteuid() != 0:
        return command
    owner = ["--reuid", USER_FOR_ROOT, "--regid", USER_FOR_ROOT, "--init-groups"]
    return ["setpriv", *owner, "--", *command]


def run(command: list[str]) -> None:
    """Run a command as the owner; RuntimeError with its words where it fails."""
    done = subprocess.run(
        as_owner(command), cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """Start a cluster, give its DATABASE_URL, and stop and remove it whatever happens."""
    binaries = find_binaries()
    folder = Path(tempfile.mkdtemp(prefix="qilou-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER_FOR_ROOT, USER_FOR_ROOT)
    data = folder / "data"
    control = [str(binaries / "pg_ctl"), "-D", str(data), "-w", "-s"]
    options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    try:
        initdb = [str(binaries / "initdb"), "-D", str(data), "-U", "qilou", "--auth=trust"]
        run([*initdb, "--encoding=UTF8", "--locale=C.UTF-8"])
        port = free_port()  # the last moment: others on the machine take ports too
        options += f" -p {port} -k {folder}"
        run([*control, "-l", str(folder / "log"), "-o", options, "start"])
        yield f"postgres://qilou@127.0.0.1:{port}/postgres"
    finally:
        if (data / "postmaster.pid").exists():
            run([*control, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    """Run a command with DATABASE_URL set; a Ctrl-C or TERM ends both it and the cluster."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster() as url:
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except UnavailableError as missing:
        sys.exit(str(missing))
    except KeyboardInterrupt:
        sys.exit(130)
