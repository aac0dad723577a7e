"""`/admin/plaques/round/`: walk past a neighbourhood's plaques and say how each is found."""

from functools import cached_property
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views import View
from wagtail.models import Page

from ..admin.permissions import editable_neighbourhoods, may_change_register
from ..caring import plaque_inspect
from ..models import Condition, Inspection, Plaque
from .forms import InspectionForm, PositionForm
from .on_round import round_begin, round_end
from .photos import photo_kept
from .walking import Step, walking_order

POSITION = ("lat", "lng", "accuracy")


class RoundView(View):
    """The plaques on a neighbourhood's walls in walking order; first, which neighbourhood."""

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        if not may_change_register(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        if "neighbourhood" not in request.GET:
            round_end(request)
            return self.show("neighbourhoods", neighbourhoods=self._with_counts())
        round_begin(request, self.neighbourhood, self.query)
        looked_at = [step for step in self.steps if step.plaque.pk in self.today]
        return self.show("round", done=len(looked_at))

    @cached_property
    def neighbourhood(self) -> Page:
        """One that they may edit: nobody else's plaques are theirs to judge."""
        number = self.request.GET.get("neighbourhood", "")
        if not number.isascii() or not number.isdecimal() or len(number) > 15:
            raise PermissionDenied
        return get_object_or_404(editable_neighbourhoods(self.request.user), pk=number)

    @cached_property
    def where(self) -> PositionForm:
        return PositionForm(self.request.GET)

    @cached_property
    def steps(self) -> list[Step]:
        plaques = Plaque.objects.on_the_wall().filter(
            neighbourhood_key=self.neighbourhood.translation_key
        )
        return walking_order(list(plaques), self.where.point)

    @cached_property
    def today(self) -> dict[int, str]:
        """How the plaques were found that somebody looked at today, by plaque."""
        midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        seen = Inspection.objects.filter(
            at__gte=midnight, plaque__in=[step.plaque.pk for step in self.steps]
        ).order_by("at", "pk")
        return {one.plaque_id: one.get_state_display() for one in seen}

    def address(self, name: str, *args) -> str:
        """An address of this round: its neighbourhood and where it began go along."""
        return f"{reverse(f'plaques:{name}', args=args)}?{self.query}"

    @cached_property
    def query(self) -> str:
        said = self.request.GET
        names = [name for name in ("neighbourhood", *POSITION) if name in said]
        return urlencode({name: said[name] for name in names})

    def show(self, template: str, **context) -> HttpResponse:
        if "neighbourhood" in self.request.GET:
            context |= {
                "neighbourhood": self.neighbourhood,
                "round_url": self.address("round"),
                "where": self.where,
                "rows": [
                    (
                        step,
                        self.address("round_plaque", step.plaque.code),
                        self.today.get(step.plaque.pk),
                    )
                    for step in self.steps
                ],
            }
        context["alternates"] = []
        return render(self.request, f"plaques/wall/{template}.html", context)

    def _with_counts(self):
        counts = (
            Plaque.objects.on_the_wall()
            .filter(neighbourhood_key=OuterRef("translation_key"))
            .order_by()
            .values("neighbourhood_key")
            .annotate(many=Count("pk"))
            .values("many")
        )
        found = editable_neighbourhoods(self.request.user).annotate(many=Subquery(counts))
        return found.filter(many__gt=0)


class RoundPlaqueView(RoundView):
    """One plaque of the round: four large buttons, a photograph and a note; then the next."""

    def get(self, request, code):
        return self._show(InspectionForm())

    def post(self, request, code):
        form = InspectionForm(request.POST, request.FILES)
        state = request.POST.get("state")
        if not form.is_valid() or state not in Condition.values:
            return self._show(form)
        self._keep(state, form.cleaned_data)
        here, name = request.get_full_path(), Condition(state).label
        messages.success(
            request,
            format_html(
                '{}: {}. <a href="{}">{}</a>', self.step.plaque, name, here, _("Change it")
            ),
        )
        return HttpResponseRedirect(self._next())

    @cached_property
    def step(self) -> Step:
        found = [one for one in self.steps if one.plaque.code == self.kwargs["code"]]
        if not found:
            raise PermissionDenied
        return found[0]

    @transaction.atomic
    def _keep(self, state: str, said: dict) -> None:
        plaque, by = self.step.plaque, self.request.user
        photo = said["photo"] and photo_kept(file=said["photo"], plaque=plaque, by=by)
        plaque_inspect(plaque=plaque, state=state, note=said["note"], photo=photo or None, by=by)

    def _next(self) -> str:
        """The next plaque that nobody has looked at today; the list when all are done."""
        here = self.step
        # What was just kept counts as looked at, whatever was read of today before.
        seen = {*self.today, here.plaque.pk}
        onward = [*self.steps[here.number :], *self.steps[: here.number]]
        after = next((one for one in onward if one.plaque.pk not in seen), None)
        if after is None:
            return self.address("round")
        return self.address("round_plaque", after.plaque.code)

    def _show(self, form: InspectionForm) -> HttpResponse:
        return self.show(
            "inspect",
            form=form,
            step=self.step,
            plaque=self.step.plaque,
            last=self.step.plaque.inspections.select_related("by").first(),
            states=Condition.choices,
            next_url=self._next(),
        )
