"""`make bench-registers`: a register of 10,000 sites into draft pages, beside a plain loop.

The whole path (read the file, plan, write) runs once in a process of its own, over SQLite and,
where Debian's PostgreSQL is installed, over a private server. The plain loop saves the same pages
one by one, as Wagtail's form does, for as many rows as --plain says; its rate is measured, not
extrapolated. What each page still lacks is asked afterwards, as an import does, and told apart.
"""

import argparse
import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.postgres.cluster import UnavailableError, cluster

LEAST = 300  # rows a second
ROW = "{:34} {:>7} {:>9} {:>9} {:>8} {:>8}"
HEADERS = "编号,名称,别名,地址,级别,批次,公布时间,公布单位,类别,年代,经度,纬度,坐标系,简介,来源"
GRADES = ("全国重点文物保护单位", "省级文物保护单位", "市级文物保护单位", "未定级不可移动文物")
NAMES = ("陈氏宗祠", "西关大屋", "骑楼", "书塾", "古井", "门楼", "旧址", "故居", "会馆", "牌坊")
STREETS = ("恩宁路", "十二甫", "多宝路", "龙津西路", "逢源路", "宝源路", "长寿西路", "华贵路")
YEARS = ("清光绪{}年", "约19{}年代", "民国{}年", "始建于清初", "待考")


def write_register(path: Path, rows: int) -> None:
    """A district's list as a bureau would keep it: every name and number once."""
    with path.open("w", encoding="gb18030", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(HEADERS.split(","))
        for n in range(rows):
            street = STREETS[n % len(STREETS)]
            name = f"{street}{n // 8 + 1}号{NAMES[n % len(NAMES)]}"
            lng, lat = 113.20 + (n % 200) * 0.0009, 23.08 + (n // 200) * 0.0011
            sheet.writerow(
                [
                    f"4401-{n:05}", name, f"{name}（俗称）", f"{street}{n // 8 + 1}号",
                    GRADES[n % 4], n % 9 + 1, f"{1961 + n % 50}年3月4日", "广州市人民政府",
                    "近现代重要史迹及代表性建筑", YEARS[n % 5].format(n % 30 + 1),
                    f"{lng:.6f}", f"{lat:.6f}", "GCJ-02",
                    f"{name}坐北朝南，三间两进，青砖墙，花岗石墙脚，保存较好。",
                    "第三次全国文物普查登记表",
                ]
            )  # fmt: skip


def told(label: str, rows: int, seconds: float, cpu: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cells = [rows, f"{seconds:.1f}", f"{rows / seconds:.0f}", f"{cpu:.1f}", f"{peak:.0f}"]
    print(ROW.format(label, *cells), flush=True)


class Clock:
    """Seconds gone by, and seconds that a core worked, since it was made."""

    def __init__(self) -> None:
        self.wall, self.cpu = time.monotonic(), time.process_time()

    def read(self) -> tuple[float, float]:
        return time.monotonic() - self.wall, time.process_time() - self.cpu


def plan_of(path: Path, into: int):
    from heritage.registers.columns import recognise
    from heritage.registers.planning import PlanOptions, plan_make
    from heritage.registers.reading import register_open

    register = register_open(path)
    mapping = recognise(register.headers, register.samples)
    return plan_make(rows=register.rows(), mapping=mapping, options=PlanOptions(into_id=into))


def place(title: str):
    from home.models import HomePage
    from tests.factories import NeighbourhoodPageFactory

    home = HomePage.objects.get(locale__language_code="zh-hans")
    return NeighbourhoodPageFactory(parent=home, title=title, slug=title)


def bring_in(path: Path) -> None:
    """The whole path, once; then once more, which must change nothing."""
    from heritage.registers.writing import bringing
    from heritage.registers.writing.beginning import import_begin

    into, name, ask = place("whole"), "read, plan and write", bringing.ask_what_they_lack
    for label, again in ((name, False), ("the same file again", True)):
        clock = Clock()
        record = import_begin(
            name=path.name, file_hash=str(again), options={}, scope="all", by=None
        )
        plan = plan_of(path, into.pk)
        planned = clock.read()
        bringing.ask_what_they_lack = lambda *_said: None
        counts = bringing.import_write(record=record, plan=plan)
        total = len(plan.rows)
        if not again:
            told("  of which read and plan", total, *planned)
        told(label, total, *clock.read())
        assert set(counts) == {"same" if again else "create"}, counts
        if not again:
            clock = Clock()
            ask(record)
            told("what each draft lacks, asked", total, *clock.read())


def one_by_one(path: Path, rows: int) -> None:
    from heritage.editorial.readiness.keeping import readiness_postponed
    from heritage.registers.writing.building import page_of

    into = place("plain")
    plan = plan_of(path, into.pk)
    clock = Clock()
    with readiness_postponed() as held:
        for row in plan.rows[:rows]:
            page = page_of(row.entry)
            page.live = False
            page.full_clean(exclude=["path", "depth", "slug"])
            into.add_child(instance=page)
            page.save_revision(log_action=True, clean=False)
        held.clear()
    told("plain loop, one by one", rows, *clock.read())


def measure(what: str, path: Path, rows: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    if what == "whole":
        call_command("migrate", verbosity=0)
        bring_in(path)
    else:
        one_by_one(path, rows)


def compare(name: str, environment: dict, rows: int, plain: int) -> None:
    print(f"\n{name}\n" + ROW.format("", "rows", "seconds", "rows/s", "CPU s", "peak MB"))
    path = Path(environment["QILOU_DATA"]) / "register.csv"
    write_register(path, rows)
    for what in ("whole", "plain"):
        command = [sys.executable, "-m", "tests.bench.registers", what, str(path), str(plain)]
        subprocess.run(command, env=environment, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--plain", type=int, default=1_000, help="rows of the plain loop")
    asked = vars(parser.parse_args())
    print(f"{os.cpu_count()} cores; asked of the whole path: {LEAST} rows a second")
    with tempfile.TemporaryDirectory(prefix="qilou-registers-") as folder:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "heritage.settings.test",
            "QILOU_DATA": folder,
            "DATABASE_URL": "",
        }
        compare("SQLite", environment, **asked)
        try:
            with cluster() as url:
                compare("PostgreSQL", environment | {"DATABASE_URL": url}, **asked)
        except UnavailableError as missing:
            print(f"\nPostgreSQL: {missing}")


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] in ("whole", "plain"):
        measure(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
