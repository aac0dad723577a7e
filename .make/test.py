"""Run every check and test (`make test`), or those that need no test run (`make lint`).

A stage that fails does not hide the others: all run, the table at the end says which failed, and
the exit code is non-zero. The last line adds up pytest's own counts.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")
PYTEST = [PYTHON, "-m", "pytest", "-p", "no:cacheprovider", "-q"]
TWICE = ["-n", "2"]
TEST_SETTINGS = {"DJANGO_SETTINGS_MODULE": "heritage.settings.test", "QILOU_DATA": ".cache"}
CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed|warnings?)\b")


@dataclass
class Stage:
    """One command of the run, and how it went."""

    name: str
    command: list[str]
    seconds: float = 0
    code: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def run(self) -> None:
        print(f"\n══ {self.name}", flush=True)
        started = time.monotonic()
        last = ""
        environment = {**os.environ, **TEST_SETTINGS}
        with subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as process:
            for line in process.stdout:
                print(line, end="", flush=True)
                last = line if " in " in line and COUNT.search(line) else last
        self.code, self.seconds = process.returncode, time.monotonic() - started
        self.counts = {word.rstrip("s"): int(n) for n, word in COUNT.findall(last)}

    @property
    def verdict(self) -> str:
        return "passed" if self.code == 0 else f"FAILED ({self.code})"


def tool(name: str, *arguments: str) -> list[str]:
    return [str(BIN / name), *arguments]


def templates() -> list[str]:
    folders = ("heritage", "home", "templates")
    return [str(path) for folder in folders for path in sorted((ROOT / folder).rglob("*.html"))]


def lint_stages() -> list[Stage]:
    stages = [
        Stage("ruff check", tool("ruff", "check", "--no-cache", ".")),
        Stage("ruff format", tool("ruff", "format", "--no-cache", "--check", ".")),
        Stage("rooms import downwards only", tool("lint-imports", "--no-cache")),
        Stage(
            "no pending migrations", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"]
        ),
    ]
    if templates():
        djhtml = Stage("djhtml", tool("djhtml", "--tabwidth", "2", "--check", *templates()))
        stages.insert(2, djhtml)
    return stages


def test_stages() -> list[Stage]:
    on_postgres = [PYTHON, "-m", "tests.postgres.cluster", *PYTEST]
    newest = [str(ROOT / ".venv-wagtail8" / "bin" / "python"), *PYTEST[1:]]
    return [
        Stage("tests on SQLite", [*PYTEST, *TWICE, "-m", "not browser and not postgres"]),
        Stage("journeys in a browser", [*PYTEST, *TWICE, "-m", "browser"]),
        Stage("tests on PostgreSQL", [*on_postgres, *TWICE, "-m", "postgres or databases"]),
        Stage("the newest Wagtail", [*newest, *TWICE, "-m", "wagtail8"]),
    ]


def provide(what: str, package: str, is_there) -> bool:
    """See that something of the system is there: install it where we may, else say so loudly."""
    if is_there():
        return True
    if os.geteuid() == 0 and Path("/usr/bin/apt-get").exists():
        print(f"· Installing Debian's {package}", flush=True)
        apt = ["apt-get", "-qq", "-y", "-o", "Dpkg::Use-Pty=0"]
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "--no-install-recommends", package]):
            subprocess.run([*apt, *step], env=env, stdin=subprocess.DEVNULL, check=False)
    if is_there():
        return True
    print(f"\n!!!!!! {what} ARE NOT RUN: apt install {package} !!!!!!\n", flush=True)
    return False


def has_browser() -> bool:
    from tests.browser import chromium

    return bool(chromium.find())


def has_postgres() -> bool:
    from tests.postgres import cluster

    try:
        return bool(cluster.find_binaries())
    except cluster.UnavailableError:
        return False


def has_poppler() -> bool:
    return bool(shutil.which("pdftoppm"))


def stages_that_can_run() -> list[Stage]:
    """All stages; without CI=true those are left out whose browser or server cannot be had."""
    lacking = set()
    if not provide("BROWSER TESTS", "chromium", has_browser):
        lacking.add("journeys in a browser")
    if not provide("POSTGRESQL TESTS", "postgresql", has_postgres):
        lacking.add("tests on PostgreSQL")
    provide("TESTS OF PRINTED PAGES", "poppler-utils", has_poppler)
    return [s for s in lint_stages() + test_stages() if CI or s.name not in lacking]


def report(stages: list[Stage], started: float) -> int:
    print("\n" + "─" * 72)
    total: dict[str, int] = {}
    for stage in stages:
        counts = ", ".join(f"{number} {word}" for word, number in stage.counts.items())
        print(f"{stage.name:32} {stage.verdict:12} {stage.seconds:6.0f} s  {counts}")
        for word, number in stage.counts.items():
            total[word] = total.get(word, 0) + number
    failed = [stage for stage in stages if stage.code]
    words = [f"{number} {word}" for word, number in total.items()]
    words += [f"{len(failed)} of {len(stages)} stages FAILED"] if failed else []
    sentence = ", ".join(words) or "all checks passed"
    print(f" {sentence} in {time.monotonic() - started:.0f}s ".center(72, "="), flush=True)
    return 1 if failed else 0


def main(what: str = "all") -> int:
    sys.path.insert(0, str(ROOT))
    started = time.monotonic()
    stages = lint_stages() if what == "lint" else stages_that_can_run()
    for stage in stages:
        stage.run()
    return report(stages, started)


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
