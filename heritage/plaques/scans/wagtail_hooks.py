from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from heritage.plaques.admin.permissions import may_see_register


class ScansMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return may_see_register(request.user)


@hooks.register("register_reports_menu_item")
def scans_in_reports():
    return ScansMenuItem(
        _("Scans of plaques"), reverse("plaques:scans"), icon_name="plaque", order=50
    )
