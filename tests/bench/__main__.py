"""`make bench`: what the pages that matter bear on this machine, beside plain files."""

import os
import sys
import tempfile
import urllib.error
from pathlib import Path

from .load import CONNECTIONS, SECONDS, Load, measure, tool
from .nginx import files_served
from .served import WORKERS, fetch, served

ROW = "{:16} {:>9} {:>8} {:>8}   {:>12} {:>8} {:>8}"


def cells(load: Load | None) -> list[str]:
    if load is None:
        return ["–", "–", "–"]
    mark = f" !{load.failed}" if load.failed else ""
    return [f"{load.per_second:,.0f}{mark}", f"{load.p50:.1f}", f"{load.p99:.1f}"]


def body(url: str) -> bytes:
    """What an address answers in the end; an error stops the run, since no figure may hide it."""
    try:
        return fetch(url)
    except urllib.error.HTTPError as error:
        sys.exit(f"{url} answered {error.code}: nothing to measure.")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="qilou-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with served(folder / "site") as site:
            bodies = {kind: body(site.url + path) for kind, path in site.paths.items()}
            print(
                f"\ngunicorn with {WORKERS} workers over SQLite on {os.cpu_count()} cores; "
                f"{CONNECTIONS} connections for {SECONDS} s each; {tool()}\n"
            )
            print(ROW.format("page", "req/s", "p50 ms", "p99 ms", "nginx req/s", "p50", "p99"))
            with files_served(folder / "nginx", bodies) as plain:
                for kind, path in site.paths.items():
                    ours = cells(measure(site.url + path))
                    theirs = cells(measure(f"{plain}/{kind}") if plain else None)
                    print(ROW.format(kind, *ours, *theirs), flush=True)
            if not plain:
                print("(nginx is not installed: no plain file beside)")


if __name__ == "__main__":
    main()
