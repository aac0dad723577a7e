"""Everybody tries everything with 恩宁路's pages, items and plaques, through the admin's own views.

The table is in `pages.py`, `items.py` and `rest.py`: a line for each action, with those who may.
For all others nothing has changed afterwards; and whoever may not read 恩宁路's drafts meets the
character that stands in all their names nowhere.
"""

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import TestCase
from wagtail.models import Locale, Site

from .items import ITEMS, RECORDINGS
from .looking import Writes, got_through, picture_of_everything, what_changed, words_of
from .pages import CHOOSING, MANY, PAGES, PUBLISHING, READING
from .people import PEOPLE
from .rest import REPORTS, REST
from .rows import Row
from .town import EVERYBODY, MAY_READ, SECRET, Town, build_town

TABLE = [*PAGES, *ITEMS, *PEOPLE, *REST]
# What leans most on how Wagtail asks for permissions: tried on its newest version too.
NEWEST = [*READING, *PUBLISHING, *CHOOSING, *MANY, *RECORDINGS, *REPORTS]


class Matrix(TestCase):
    """One town for all lines: what each request changed is undone after it."""

    @classmethod
    def setUpTestData(cls):
        town = build_town()
        town.rows.english = Locale.objects.get_or_create(language_code="en")[0]
        town.rows.site = Site.objects.get()
        town.rows.review_state = town.rows.step.workflow_state
        for who, person in town.people.items():
            setattr(town.rows, f"{who}_person", person)
        town.rows.team = town.rows.collection.team
        town.rows.team_group = Group.objects.get(team_of_editors__collection=town.rows.collection)
        Town.current = town
        Town.clients = {who: town.client(who) for who in EVERYBODY}
        Town.before = picture_of_everything()

    def check(self, row: Row) -> None:
        wrong = []
        for who in EVERYBODY:
            mark = transaction.savepoint()
            wrong += [f"{who} {what}" for what in try_it(row, who)]
            transaction.savepoint_rollback(mark)
        assert not wrong, f"{row.words} ({row.address}):\n  " + "\n  ".join(wrong)


def try_it(row: Row, who: str) -> list[str]:
    """What was wrong with the answer to one person."""
    town = Town.current
    wrong = []
    with Writes() as writes:
        response = answer(row, Town.clients[who])
    if who not in MAY_READ and SECRET in words_of(response):
        wrong.append("was shown what is unpublished")
    changed = what_changed(Town.before) if writes.seen else []
    if row.post is None:
        has = got_through(response)
    else:
        has = row.done(town) if row.done else bool(changed)
    if has != (who in row.may):
        told = f"{response.status_code} {response.headers.get('Location', '')}"
        wrong.append(f"{'may' if has else 'may not'} ({told}) {changed}")
    if changed and who not in row.may | row.else_changes:
        wrong.append(f"changed {changed}")
    return wrong


def answer(row: Row, client):
    town = Town.current
    address = town.named(row.address)
    if row.post is None:
        return client.get(address)
    post = {town.named(key): town.named(str(said)) for key, said in row.post.items()}
    return client.post(address, post)


def _test_of(row: Row):
    def test(self):
        self.check(row)

    return pytest.mark.wagtail8(test) if row in NEWEST else test


for _row in TABLE:
    _name = "".join(letter if letter.isalnum() else "_" for letter in _row.words.strip("/"))
    assert not hasattr(Matrix, f"test_{_name}"), _row.words
    setattr(Matrix, f"test_{_name}", _test_of(_row))
