"""`make bench-print`: how long 1,000 plates take in each layout, and the memory at its peak.

Each layout is measured in a process of its own, every plate with words of its own.
"""

import resource
import subprocess
import sys
import time

PLATES = 1000
MOST_SECONDS, MOST_MB = 60, 500
ROW = "{:12} {:>9} {:>9} {:>9}"


def plates() -> list:
    """Plates as a city would print them, no two alike."""
    from heritage.plaques import codes
    from heritage.plaques.models import Plaque
    from heritage.plaques.printing.facts import PlateFacts, Statement
    from heritage.plaques.printing.plates import Plate

    def facts(at: int) -> PlateFacts:
        statement = Statement(
            "全国重点文物保护单位",
            f"旧址{at}",
            "国务院",
            "一九六一年三月四日",
            "市政府",
            "一九六二年",
        )
        return PlateFacts(
            name_zh=f"恩宁路{at}号骑楼旧址",
            name_en=f"Arcade House at {at} Enning Road",
            line_zh=f"一九三一年开街那天，{at}号的老板把第一碗云吞面送给了修路的工人。",
            line_en=f"On the day the street opened, number {at} gave away its first noodles.",
            neighbourhood_zh="恩宁路",
            neighbourhood_en="Enning Road",
            number=str(at),
            statement=statement,
        )

    return [Plate(Plaque(code=codes.mint()), facts(at)) for at in range(1, PLATES + 1)]


def measure(layout: str) -> None:
    """Print one layout; say seconds, megabytes of the file, and of both processes' peaks."""
    import django

    django.setup()
    from heritage.plaques.printing.typeset import pdf_of

    made = plates()
    started = time.monotonic()
    pdf = pdf_of(made, layout)
    seconds = time.monotonic() - started
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = sum(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024
    print(f"{seconds:.1f} {len(pdf) / 1e6:.1f} {peak:.0f}")


def main() -> int:
    from heritage.plaques.printing.layouts import LayoutName

    print(ROW.format(f"{PLATES} plates", "seconds", "file MB", "peak MB"))
    over = False
    for layout in LayoutName:
        command = [sys.executable, "-m", "tests.bench.printing", layout]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds, size, peak = map(float, done.stdout.split())
        over = over or seconds > MOST_SECONDS or peak > MOST_MB
        print(ROW.format(layout, f"{seconds:.1f}", f"{size:.1f}", f"{peak:.0f}"), flush=True)
    print(f"Allowed: {MOST_SECONDS} s and {MOST_MB} MB." + (" EXCEEDED." if over else ""))
    return int(over)


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heritage.settings.test")
    sys.exit(measure(sys.argv[1]) if len(sys.argv) > 1 else main())
