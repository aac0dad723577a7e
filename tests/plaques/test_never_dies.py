"""Whatever editors do to pages and plaques, in whatever order, every code ever minted opens."""

import hypothesis.strategies as st
import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from wagtail.models import Locale, Page

from heritage.plaques import codes
from heritage.plaques.caring import plaque_fix, plaque_inspect, plaque_restore
from heritage.plaques.models import Condition, Plaque
from heritage.plaques.registries import parts_of
from heritage.plaques.services import plaque_retarget, plaque_retire

from ..factories import LandmarkPageFactory, NeighbourhoodPageFactory
from .scanning import TONGUES, scan

pytestmark = pytest.mark.django_db

LANGUAGES = sorted(TONGUES)
which = st.integers(min_value=0, max_value=99)


class Register(RuleBasedStateMachine):
    """Pages in three languages and codes on walls, each example in a transaction of its own."""

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.codes = list(Plaque.objects.values_list("code", flat=True))
        self.number = self.turn = 0
        self.read: dict[str, str] = {}

    def teardown(self):
        try:
            self.open_all(LANGUAGES)
        finally:
            self.undo()

    def undo(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    # --- what editors do ------------------------------------------------------------------

    def page(self, which: int) -> Page | None:
        """One of the pages below the home pages, in whatever language."""
        pages = Page.objects.filter(depth__gte=3).order_by("path")
        return pages[which % len(pages)] if pages else None

    def plaque(self, which: int) -> Plaque:
        return Plaque.objects.get(code=self.codes[which % len(self.codes)])

    @rule(which=which)
    def publish(self, which):
        page = self.page(which)
        if page:
            page.specific.save_revision().publish()

    @rule(which=which)
    def unpublish(self, which):
        page = self.page(which)
        if page:
            page.specific.unpublish()

    @rule(which=which)
    def rename(self, which):
        page = self.page(which)
        if page:
            self.number += 1
            page = page.specific
            page.slug, page.title = f"renamed-{self.number}", f"改名{self.number}"
            page.save()

    @rule(which=which, to=which)
    def move(self, which, to):
        page, under = self.page(which), self.page(to)
        if page and under and page.specific.can_move_to(under.specific):
            page.move(under, pos="last-child")

    @rule(which=which)
    def delete(self, which):
        page = self.page(which)
        if page:
            page.specific.delete()

    @rule(which=which, language=st.sampled_from(LANGUAGES))
    def translate(self, which, language):
        page = self.page(which)
        locale = Locale.objects.get(language_code=language)
        if page and not page.has_translation(locale):
            copy = page.specific.copy_for_translation(locale, copy_parents=True)
            copy.save_revision().publish()

    @rule(which=which, to=which, part=which)
    def point_elsewhere(self, which, to, part):
        page = self.page(to)
        parts = [None, *parts_of(page)]
        plaque_retarget(plaque=self.plaque(which), page=page, part=parts[part % len(parts)])

    @rule(which=which)
    def take_off(self, which):
        plaque_retarget(plaque=self.plaque(which), page=None)

    @rule(which=which)
    def retire(self, which):
        plaque_retire(plaque=self.plaque(which))

    @rule(which=which)
    def restore(self, which):
        plaque_restore(plaque=self.plaque(which))

    @rule(which=which)
    def fix(self, which):
        plaque_fix(plaque=self.plaque(which), lat=23.1, lng=113.2)

    @rule(which=which, state=st.sampled_from(Condition.values))
    def look_at(self, which, state):
        plaque_inspect(plaque=self.plaque(which), state=state)

    @rule()
    def mint(self):
        if len(self.codes) < 8:
            self.codes += [plaque.code for plaque in Plaque.objects.mint(1)]

    # --- what holds all the same ----------------------------------------------------------

    @invariant()
    def every_code_opens(self):
        """After each step in one language, turn by turn; at the end in all of them."""
        self.turn += 1
        self.open_all([LANGUAGES[self.turn % len(LANGUAGES)]])

    def open_all(self, languages: list[str]) -> None:
        self.read = {}
        for code in self.codes:
            live = live_versions(Plaque.objects.get(code=code))
            for language in languages:
                self.opens(code, language, live)

    def opens(self, code: str, language: str, live: dict[str, str]) -> None:
        """A scan ends in 200 on this site: in the asked language, or in one that there is."""
        answer = scan(code, language)
        if not live:
            assert answer.status_code == 200
            assert answer["Content-Language"] == language
            return
        assert answer.status_code == 302
        path = answer["Location"].partition("#")[0]
        assert path.startswith("/")
        assert not path.startswith("//")
        if path not in self.read:
            page = Client().get(path, headers={"accept-language": TONGUES[language]})
            assert page.status_code == 200, path
            self.read[path] = page.content.decode()
        titles = {live[language]} if language in live else set(live.values())
        assert any(title in self.read[path] for title in titles)

    @invariant()
    def no_code_is_lost_or_changed(self):
        assert set(self.codes) <= set(Plaque.objects.values_list("code", flat=True))


def live_versions(plaque: Plaque) -> dict[str, str]:
    """Titles of what a plaque points at and is published, by language."""
    pages = Page.objects.live().filter(translation_key=plaque.target_key or None)
    return dict(pages.values_list("locale__language_code", "title"))


def test_every_code_ever_minted_opens_whatever_is_done(city):
    other = NeighbourhoodPageFactory(parent=city.home, slug="pantang", title="泮塘")
    LandmarkPageFactory(parent=other, slug="temple", title="仁威庙")
    Plaque.objects.mint(1)
    [bound] = Plaque.objects.mint(1)
    plaque_retarget(plaque=bound, page=city.corridor, part=parts_of(city.corridor)[0])

    run_state_machine_as_test(
        Register,
        settings=settings(
            max_examples=10,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_each_single_slip_and_swap_is_caught_by_the_check_character():
    for _ in range(20):
        code = codes.mint()
        for place in range(len(code)):
            for sign in set(codes.ALPHABET) - {code[place]}:
                assert not codes.is_valid(code[:place] + sign + code[place + 1 :])
        for place in range(len(code) - 1):
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert swapped == code or not codes.is_valid(swapped)
