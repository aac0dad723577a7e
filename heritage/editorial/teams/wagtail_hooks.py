from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.widgets.button import Button

from .admin.access import may_manage, may_see_people, teams_for
from .admin.account import ask_for_one_name
from .admin.deleting import refuse_deletion, refuse_deletions
from .admin.viewset import people_viewset
from .asking import team_of
from .neighbourhoods import is_neighbourhood


@hooks.register("register_admin_viewset")
def register_people():
    return people_viewset


class PeopleMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return may_see_people(request.user)


@hooks.register("register_admin_menu_item")
def people_in_menu():
    items = [
        PeopleMenuItem(
            pgettext_lazy("staff", "People"),
            reverse("people:index"),
            name="people",
            icon_name="user",
            order=1,
        ),
        PeopleMenuItem(
            gettext_lazy("Teams"), reverse("people:teams"), name="teams", icon_name="group", order=2
        ),
    ]
    label = gettext_lazy("People and teams")
    return SubmenuMenuItem(
        label, Menu(items=items), name="people-teams", icon_name="group", order=700
    )


@hooks.register("after_publish_page")
def offer_a_team(request, page):
    """Whoever publishes a neighbourhood and may set up its team is asked to."""
    if not (may_manage(request.user) and is_neighbourhood(page)) or team_of(page) is not None:
        return
    button = messages.button(reverse("people:found", args=[page.pk]), _("Set up its team"))
    words = _("%(name)s is published. It has no team yet.") % {"name": page.title}
    messages.info(request, words, buttons=[button])


@hooks.register("register_page_header_buttons")
def team_button(page, user, view_name, next_url=None):
    """In the menu of a neighbourhood's page: its team, or the way to one."""
    if not may_see_people(user) or not is_neighbourhood(page):
        return
    team = team_of(page)
    if team is None and may_manage(user):
        url = reverse("people:found", args=[page.pk])
        yield Button(_("Set up the team"), url=url, icon_name="group", priority=75)
    elif team is not None and teams_for(user).filter(pk=team.pk).exists():
        url = f"{reverse('people:index')}?team={team.pk}"
        yield Button(_("Team"), url=url, icon_name="group", priority=75)


@hooks.register("register_log_actions")
def log_actions(actions):
    label = gettext_lazy("Set up a team")
    actions.register_action("teams.found", label, gettext_lazy("Set up the neighbourhood's team"))


hooks.register("before_delete_user", refuse_deletion)
hooks.register("before_bulk_action", refuse_deletions)
ask_for_one_name()
