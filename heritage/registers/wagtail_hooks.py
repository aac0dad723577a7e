"""What bringing registers in adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("registers.bring_in", _("Bring in"), _("Register brought in"))
    actions.register_action("registers.take_back", _("Take back"), _("Register taken back"))
