from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from heritage.editorial.teams.asking import standing_of

from .reading import KINDS, Cell, Row, overview, totals

HEADINGS = (_("Histories"), _("Sites"), _("Murals"), _("People"), _("Trails"), _("Plaques"))


@dataclass(frozen=True)
class Link:
    """A cell with where a tap on it leads: the pages it counts, or the form that fills the gap."""

    cell: Cell
    heading: str
    url: str


def may_see_city(user) -> bool:
    """Whether somebody works for the whole city, in whichever role."""
    return user.is_active and (user.is_superuser or bool(standing_of(user).city))


class OverviewView(WagtailAdminTemplateMixin, TemplateView):
    """`/admin/city/`: each neighbourhood beside what is told of it, the gaps first."""

    template_name = "insight/overview.html"
    page_title = _("The city at a glance")
    header_icon = "site"

    def dispatch(self, request, *args, **kwargs):
        if not may_see_city(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        rows = overview()
        districts = sorted({row.page.district for row in rows if row.page.district})
        district = self.request.GET.get("district", "")
        chosen = [row for row in rows if row.page.district == district] if district else rows
        return super().get_context_data(
            **kwargs,
            headings=HEADINGS,
            rows=[(row, self.links(row)) for row in chosen],
            totals=totals(chosen),
            districts=districts,
            district=district,
        )

    def links(self, row: Row) -> list[Link]:
        """Each cell with where it leads for whoever is looking."""
        may_add = row.page.permissions_for_user(self.request.user).can_add_subpage()
        cells = zip(row.cells, HEADINGS, strict=True)
        return [Link(cell, heading, _leads_to(cell, row, may_add)) for cell, heading in cells]


def _leads_to(cell: Cell, row: Row, may_add: bool) -> str:
    if cell.kind == "plaque":
        return f"{reverse('plaques:index')}?neighbourhood={row.page.pk}"
    if cell.shown or cell.waiting:
        return reverse("wagtailadmin_explore", args=[row.page.pk])
    if not may_add:
        return ""
    meta = KINDS[cell.kind]._meta
    return reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, row.page.pk])
