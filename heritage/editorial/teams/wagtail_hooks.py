from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("teams.found", _("Set up a team"), _("Set up the neighbourhood's team"))
