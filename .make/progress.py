"""Say what is being done, and keep what tools say for the moment something fails."""

import subprocess
import sys
import time
from pathlib import Path

LOG = Path(__file__).resolve().parent.parent / ".cache" / "setup.log"
HEARTBEAT_SECONDS = 15


def say(line: str) -> None:
    print(f"· {line}", flush=True)


def run_quietly(command: list[str], *, cwd: Path | None = None) -> None:
    """Run a command into the log, with a sign of life now and then; its words only if it fails."""
    LOG.parent.mkdir(exist_ok=True)
    started = time.monotonic()
    with LOG.open("w") as log:
        process = subprocess.Popen(
            command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            while True:
                try:
                    code = process.wait(HEARTBEAT_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    say(f"  still at it after {time.monotonic() - started:.0f} s")
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            sys.exit("Stopped.")
    if code:
        sys.stderr.write("\n".join(LOG.read_text(errors="replace").splitlines()[-40:]) + "\n")
        sys.exit(
            f"That failed (exit {code}). The full words are in {LOG}.\n"
            "If they speak of versions that are not found, or of connections and names, this "
            "machine does not reach the package registries: mend that and run the same again."
        )
