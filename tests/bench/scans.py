"""`make bench-scans`: visitors scan plaques at a steady pace; is every answered scan counted once?

Two runs over gunicorn and SQLite: one in peace, one in which every process of the server is killed
with SIGKILL half-way. The load comes from this same machine and shares its cores. It is an open
loop: a scan sets out when its time has come, whether the ones before are answered or not, and its
time is taken from then on.
"""

import argparse
import itertools
import os
import signal
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from .pace import Pace
from .served import WORKERS, free_port, running, settle

PLAQUES = 200
PHONES = (
    "Mozilla/5.0 (Linux; Android 14; HarmonyOS) Chrome/114 Mobile MicroMessenger/8.0.50",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36",
)
TONGUES = ("zh-CN,zh;q=0.9", "zh-HK", "en-GB,en;q=0.8")
REQUEST = (
    "GET /Q/{} HTTP/1.1\r\nHost: {}\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n"
    "User-Agent: {}\r\nAccept-Language: {}\r\n\r\n"
)
ROW = "{:16} {:>8} {:>9} {:>8} {:>9} {:>8} {:>8} {:>8}"


@dataclass
class Server:
    """Where the server is to listen, how it is set up, and the codes it knows."""

    port: int
    environment: dict[str, str]
    codes: list[str]


def furnish() -> list[str]:
    """A small city, and as many plaques as a district may have; returns their codes."""
    import django

    django.setup()
    from django.core.management import call_command

    from heritage.plaques.models import Plaque
    from tests.city import build_city

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    first = build_city().plaque
    minted = Plaque.objects.mint(PLAQUES - 1)
    Plaque.objects.filter(pk__in=[plaque.pk for plaque in minted]).update(
        target_key=first.target_key, neighbourhood_key=first.neighbourhood_key
    )
    return [first.code, *(plaque.code for plaque in minted)]


def requests_for(codes: list[str], host: str) -> list[bytes]:
    """Scans of different plaques, with different phones, in different languages."""
    ways = itertools.cycle(itertools.product(PHONES, TONGUES))
    return [
        REQUEST.format(code, host, phone, tongue).encode()
        for code, (phone, tongue) in zip(codes, ways, strict=False)
    ]


def counted() -> int:
    """How many scans the database knows of, once what waits in journals is folded."""
    from django.db.models import Sum

    from heritage.plaques.scans.folding import fold
    from heritage.plaques.scans.models import ScanCount

    while fold() is None:
        time.sleep(0.1)
    return ScanCount.objects.aggregate(total=Sum("count"))["total"] or 0


def kill_at_once(master: int) -> None:
    """SIGKILL to gunicorn's master and then to its workers, which it cannot replace any more."""
    workers = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    for pid in (master, *map(int, workers)):
        os.kill(pid, signal.SIGKILL)


def measured(server: Server, *, rate: int, seconds: int, kill: bool = False) -> bool:
    """One run; prints its row, and tells whether what was counted is what was answered."""
    with running(server.port, server.environment, f"/q/{server.codes[0]}") as gunicorn:
        requests, before = requests_for(server.codes, f"127.0.0.1:{server.port}"), counted()
        if kill:
            threading.Timer(seconds / 2, kill_at_once, [gunicorn.pid]).start()
        run = Pace(server.port, requests, rate=rate, seconds=seconds).go()
        total = counted() - before
    cuts = statistics.quantiles(run.took, n=100)
    spare = total - run.answered
    cells = [run.sent, run.answered, run.failed, total, f"{spare:+d}", f"{cuts[49]:.1f}"]
    name = "killed half-way" if kill else "in peace"
    print(ROW.format(name, *cells, f"{cuts[98]:.1f}"), flush=True)
    if run.failed and not kill:
        print(f"{'':16} too busy a machine to judge by: {run.failed} gave up waiting")
        return False
    # A killed server may have counted what it could not answer any more: one scan in each worker.
    return 0 <= spare <= (WORKERS if kill else 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=500, help="scans a second")
    asked = vars(parser.parse_args())
    with tempfile.TemporaryDirectory(prefix="qilou-scans-") as name:
        port = free_port()
        environment = settle(Path(name), port)
        server = Server(port, environment, furnish())
        print(
            f"\n{asked['rate']} scans a second for {asked['seconds']} s; {os.cpu_count()} cores\n"
        )
        print(ROW.format("", "sent", "answered", "failed", "counted", "spare", "p50 ms", "p99 ms"))
        agree = [measured(server, **asked, kill=kill) for kill in (False, True)]
    if not all(agree):
        sys.exit("Not every scan was answered and counted once.")


if __name__ == "__main__":
    main()
