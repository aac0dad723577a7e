"""What the screens of one page share."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import pgettext
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from heritage.editorial.teams.asking import standing_of, team_of
from heritage.editorial.teams.roles import CityRole


def may_read(user, page: Page) -> bool:
    """Whether a page's reviews are somebody's to read: its editors, its team, the city's roles."""
    if user.is_superuser or standing_of(user).city:
        return True
    team = team_of(page)
    if team and team.pk in standing_of(user).team_ids:
        return True
    return page.permissions_for_user(user).can_edit()


def may_comment(user, page: Page) -> bool:
    """Whether somebody who reads a page's reviews may write beside it: all but the auditor."""
    only_reads = standing_of(user).city == {CityRole.AUDITOR} and not user.is_superuser
    return not only_reads or page.permissions_for_user(user).can_edit()


class OfPage(WagtailAdminTemplateMixin):
    """A screen about one page, for those who may read its reviews."""

    header_icon = "clipboard-list"

    def dispatch(self, request, *args, **kwargs):
        if not self.may_open():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may_open(self) -> bool:
        return may_read(self.request.user, self.page)

    @cached_property
    def page(self) -> Page:
        pages = Page.objects.filter(depth__gt=1).select_related("locale", "latest_revision")
        return get_object_or_404(pages, pk=self.kwargs["page_id"]).specific

    @cached_property
    def may_edit(self) -> bool:
        return self.page.permissions_for_user(self.request.user).can_edit()

    @cached_property
    def may_comment(self) -> bool:
        return may_comment(self.request.user, self.page)

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        inbox = {"url": reverse("reviews:inbox"), "label": pgettext("inbox", "Reviews")}
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, inbox, here]
