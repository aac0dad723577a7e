"""How much memory this process has held at most, for programs that a test starts to measure."""

from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_kb() -> int:
    """In kilobytes, of this process alone. `ru_maxrss` counts in what its parent had held."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1])
