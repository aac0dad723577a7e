import re

import pytest
from django.core.management import CommandError, call_command

from heritage.places.models import LandmarkPage
from heritage.registers.writing.bringing import import_write
from home.models import HomePage

from ..factories import NeighbourhoodPageFactory
from . import write_plans as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def brought(db):
    home = HomePage.objects.get(locale__language_code="zh-hans")
    place = NeighbourhoodPageFactory(parent=home, slug="enning")
    record = make.record()
    rows = [make.create(number, place, f"第{number}号") for number in (2, 3)]
    import_write(record=record, plan=make.plan(*rows))
    return record


def test_the_command_takes_back_and_lists_what_it_leaves(brought, capsys):
    LandmarkPage.objects.get(title="第3号").save_revision(log_action=True)

    call_command("undo_import", brought.pk)

    said = capsys.readouterr().out
    last = said.strip().splitlines()[-1]
    assert re.findall(r"\d+", last) == ["1", "1"] and "第3号" in said
    with pytest.raises(CommandError):
        call_command("undo_import", brought.pk)


def test_a_dry_run_takes_nothing_back(brought, capsys):
    call_command("undo_import", brought.pk, dry_run=True)

    assert "2 drafts" in capsys.readouterr().out
    assert LandmarkPage.objects.count() == 2


def test_an_unknown_number_lists_the_last_ones(brought):
    with pytest.raises(CommandError, match="名录"):
        call_command("undo_import", brought.pk + 1)
