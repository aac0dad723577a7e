"""Put load on one address and tell how it held: with wrk where installed, else from here."""

import http.client
import re
import shutil
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from .served import PROXY_HEADERS

SECONDS, CONNECTIONS = 5, 8
UNITS = {"us": 0.001, "ms": 1, "s": 1000}


@dataclass
class Load:
    """What an address bore: answers a second, the middle and the hundredth slowest in ms."""

    per_second: float
    p50: float
    p99: float
    failed: int = 0


def tool() -> str:
    return "wrk" if shutil.which("wrk") else "Python threads (apt install wrk for higher figures)"


def measure(url: str) -> Load:
    """Load an address for a few seconds over a few kept-alive connections."""
    return with_wrk(url) if shutil.which("wrk") else with_threads(url)


def with_wrk(url: str) -> Load:
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
    for name, value in PROXY_HEADERS.items():
        command += ["-H", f"{name}: {value}"]
    said = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    at = {
        share: float(number) * UNITS[unit]
        for share, number, unit in re.findall(r"(50|99)%\s+([\d.]+)(us|ms|s)\b", said)
    }
    return Load(rate, at["50"], at["99"], int(failed[1]) if failed else 0)


def with_threads(url: str) -> Load:
    took: list[float] = []
    bad: list[int] = []
    until = time.monotonic() + SECONDS
    threads = [
        threading.Thread(target=ask_until, args=(url, until, took, bad)) for _ in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cuts = statistics.quantiles(took, n=100)
    return Load(len(took) / SECONDS, cuts[49], cuts[98], len(bad))


def ask_until(url: str, until: float, took: list[float], bad: list[int]) -> None:
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
    while time.monotonic() < until:
        started = time.perf_counter()
        connection.request("GET", address.path, headers=PROXY_HEADERS)
        answer = connection.getresponse()
        answer.read()
        took.append((time.perf_counter() - started) * 1000)
        if answer.status >= 400:
            bad.append(answer.status)
    connection.close()
