"""What a 文物保护标志 must state, held against the designation of the site behind it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from wagtail.models import Page

from .models import Plaque, StatutoryMarker
from .registries import DesignationFact, designation_facts

LAW = "《文物保护法实施条例》"
_DAY = re.compile(
    r"(?P<year>[12]\d{3})(?:\s*[-./年]\s*(?P<month>\d{1,2})(?:\s*[-./月]\s*(?P<day>\d{1,2}))?)?\s*[年月日]?"
)


@dataclass(frozen=True)
class Failure:
    """A statement that does not hold: which field, and the rule in words. No field: the whole."""

    field: str
    rule: str


def latest_relic(page: Page | None) -> DesignationFact | None:
    """The cultural-relic designation a marker must state: the one announced last."""
    relics = [fact for fact in designation_facts(page) if fact.is_relic]
    return max(relics, key=lambda fact: fact.first_day or date.min, default=None)


def statements_from(page: Page | None) -> dict[str, str]:
    """What the register of sites already says of the six statements."""
    fact = latest_relic(page)
    if fact is None:
        return {}
    return {
        "grade": fact.grades[0],
        "name": fact.name,
        "announced_by": fact.announced_by,
        "announced_on": fact.announced_on,
    }


def failures(said: dict[str, str], page: Page | None) -> list[Failure]:
    """Which of the six statements do not hold for the site on this page."""
    if page is None:
        return [Failure("", _("Choose the page of the protected site that the marker stands at."))]
    fact = latest_relic(page)
    if fact is None:
        return [Failure("", _no_relic(page))]
    missing = [
        Failure(name, _("A marker must state this (%(law)s art. 10).") % {"law": LAW})
        for name in StatutoryMarker.STATEMENTS
        if not said.get(name, "").strip()
    ]
    checks = (_grade, _name, _announcer, _announcement, _putting_up)
    return missing + [failure for check in checks for failure in check(said, fact)]


def marker_refusals(plaque: Plaque, page: Page) -> list[str]:
    """Why a plaque may not be put up at a page: nothing for a story plaque."""
    if plaque.kind != Plaque.Kind.STATUTORY:
        return []
    marker = StatutoryMarker.objects.filter(plaque=plaque).first()
    said = marker.statements() if marker else {}
    return list(dict.fromkeys(failure.rule for failure in failures(said, page)))


def _no_relic(page: Page) -> str:
    others = ", ".join(fact.grades[0] for fact in designation_facts(page))
    rule = _(
        "A 文物 marker may only be put up for a site that was announced as a cultural relic "
        "(%(law)s art. 10)."
    ) % {"law": LAW}
    if not others:
        return f"{rule} " + _("“%(page)s” has no designation yet.") % {"page": page.title}
    return f"{rule} " + _("“%(page)s” is only: %(others)s.") % {
        "page": page.title,
        "others": others,
    }


def _grade(said, fact):
    if said.get("grade", "").strip() and _plain(said["grade"]) not in {
        _plain(one) for one in fact.grades
    }:
        yield _disagrees("grade", fact.grades[0])


def _name(said, fact):
    if said.get("name", "").strip() and _plain(said["name"]) != _plain(fact.name):
        yield _disagrees("name", fact.name)


def _announcer(said, fact):
    told = said.get("announced_by", "").strip()
    if told and fact.announced_by and _plain(told) != _plain(fact.announced_by):
        yield _disagrees("announced_by", fact.announced_by)


def _announcement(said, fact):
    if not said.get("announced_on", "").strip():
        return
    days = days_of(said["announced_on"])
    if days is None:
        yield _unreadable("announced_on")
    elif fact.first_day and days[1] < fact.first_day:
        yield Failure(
            "announced_on",
            _(
                "The site was announced on %(day)s: a marker may not state an earlier date "
                "(%(law)s art. 10)."
            )
            % {"day": fact.announced_on, "law": LAW},
        )
    elif fact.last_day and days[0] > fact.last_day:
        yield _disagrees("announced_on", fact.announced_on)


def _putting_up(said, fact):
    if not said.get("erected_on", "").strip():
        return
    days, announced = days_of(said["erected_on"]), days_of(said.get("announced_on", ""))
    first = max(filter(None, [fact.first_day, announced and announced[0]]), default=None)
    if days is None:
        yield _unreadable("erected_on")
    elif first and days[1] < first:
        yield Failure(
            "erected_on",
            _(
                "A marker cannot have been put up before the site was announced "
                "(%(day)s; %(law)s art. 10)."
            )
            % {"day": fact.announced_on or first.isoformat(), "law": LAW},
        )


def days_of(text: str) -> tuple[date, date] | None:
    """First and last day of 2002, 2002-07, 2002年9月3日 …; None for what is no such date."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return first, date(year, last_month, last_day)


def _disagrees(field: str, told: str) -> Failure:
    return Failure(
        field,
        _(
            "The site's latest designation says “%(told)s”; a marker must agree with it "
            "(%(law)s art. 10)."
        )
        % {"told": told, "law": LAW},
    )


def _unreadable(field: str) -> Failure:
    return Failure(field, _("Write the date as 2002, 2002-07 or 2002-07-17."))


def _plain(text: str) -> str:
    return "".join(text.split())
