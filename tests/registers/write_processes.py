"""Processes of their own that write an import: one to be killed, one that comes after.

python -m tests.registers.write_processes killed|after SCOPE ROWS
"""

import json
import os
import sys
import time
from collections import Counter

HALF = 30
IN_A_BATCH = "in the middle of a batch"


def rows(parent, number: int) -> list:
    """New rows, or those that say what their pages say already."""
    from heritage.places.models import LandmarkPage

    from . import write_plans as make

    known = {page.title: page for page in LandmarkPage.objects.all()}
    names = {n: f"第{n}号" for n in range(2, number + 2)}
    return [
        make.same(n, known[name]) if name in known else make.create(n, parent, name)
        for n, name in names.items()
    ]


def begin(scope: str):
    from heritage.registers.writing.beginning import import_begin

    return import_begin(name="名录.csv", file_hash="1" * 64, options={}, scope=scope)


def killed(scope: str, number: int, parent) -> None:
    """Write three batches and the pages of a fourth, whose transaction never ends."""
    from heritage.registers.writing import bringing

    from . import write_plans as make

    bringing.BATCH, real = 10, bringing.pages_add

    def held(**told):
        real(**told)
        print(IN_A_BATCH, flush=True)
        time.sleep(60)

    def tell(done, total):
        if done == HALF:
            bringing.pages_add = held

    bringing.import_write(record=begin(scope), plan=make.plan(*rows(parent, number)), tell=tell)


def after(scope: str, number: int, parent) -> None:
    """Look at what is left; run again; say both."""
    from wagtail.models import Page

    from heritage.places.models import LandmarkPage
    from heritage.registers.models import RegisterImport
    from heritage.registers.writing.bringing import import_write

    from . import write_plans as make

    found = {"problems": Page.find_problems(), "pages": LandmarkPage.objects.count()}
    record = begin(scope)
    import_write(record=record, plan=make.plan(*rows(parent, number)))
    found |= {
        "problems_then": Page.find_problems(),
        "names": Counter(Counter(LandmarkPage.objects.values_list("title", flat=True)).values()),
        "states": list(RegisterImport.objects.values_list("state", flat=True)),
        "rows": Counter(record.rows.values_list("verdict", flat=True)),
    }
    print(json.dumps(found))


def main(what: str, scope: str, number: str) -> None:
    import django

    django.setup()
    from heritage.places.models import NeighbourhoodPage

    {"killed": killed, "after": after}[what](scope, int(number), NeighbourhoodPage.objects.get())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heritage.settings.test")
    main(*sys.argv[1:])
