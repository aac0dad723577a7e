"""Who brings registers in.

Operators and superusers: a register speaks of a whole district, and a wrong one makes a day's work
for every team in it. A curator gives a list to the operator. Auditors look at what was brought in.
"""

from collections.abc import Callable
from functools import cache

from wagtail.models import Page

from heritage.editorial.teams.asking import holds
from heritage.editorial.teams.roles import CityRole


def may_bring_in(user) -> bool:
    return user.is_active and (user.is_superuser or holds(user, CityRole.OPERATOR))


def may_see_imports(user) -> bool:
    return may_bring_in(user) or holds(user, CityRole.AUDITOR)


def adds_below(user) -> Callable[[int], bool]:
    """Whether somebody may add pages below a page, by its id; each page is asked once."""

    @cache
    def may_add(page_id: int) -> bool:
        page = Page.objects.filter(pk=page_id).first()
        return page is not None and page.permissions_for_user(user).can_add_subpage()

    return may_add
