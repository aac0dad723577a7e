"""`/q/<code>/fix/`: give a plaque its page and note where it hangs, standing in front of it."""

from functools import cached_property

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.views import View
from wagtail.models import Page

from ..admin.permissions import may_change_register, may_edit, may_take
from ..asking import asked_language
from ..caring import plaque_fix
from ..codes import normalise
from ..models import Plaque
from ..services import plaque_retarget
from ..standing import page_of, source_page
from .choosing import offers
from .forms import FixForm, PositionForm
from .meanwhile import last_step, news_since, standing
from .photos import photo_kept

MOST_WORDS = 80


class FixAtTheWallView(View):
    """Two taps where the nearest page is right: the page, then “fix it here”.

    A GET shows pages to choose from, the nearest first where the phone's position comes along
    (`?find=` looks by name, `?other=1` also where it has one); `?page=` what will be kept; `?done`
    what was. All are GETs, so that the phone's back button works. A POST keeps it.
    """

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, code: str):
        self.code = normalise(code)
        if not request.user.is_authenticated:
            return redirect_to_login(request.path, reverse("wagtailadmin_login"))
        if not may_work_at_the_wall(request.user) or self.plaque is None:
            return self._refused()
        if not may_take(request.user, self.plaque):
            return self._refused()
        with translation.override(asked_language(request)):
            response = super().dispatch(request)
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noindex"
        return response

    def get(self, request):
        page = page_of(self.plaque)
        if "done" in request.GET and page and self.plaque.status == Plaque.Status.FIXED:
            return self._show("done", page=page, **standing(request.user, self.plaque))
        if "page" in request.GET:
            return self._confirm(self._page(request.GET))
        if page and "other" not in request.GET:
            return self._confirm(page)
        return self._choose(words=request.GET.get("find", "")[:MOST_WORDS])

    def post(self, request):
        page = self._page(request.POST)
        form = FixForm(request.POST, request.FILES, page=page, plaque=self.plaque)
        if not form.is_valid() or not self._keep(page, form):
            return self._confirm(page, form)
        return HttpResponseRedirect(f"{request.path}?done=1")

    @cached_property
    def plaque(self) -> Plaque | None:
        return Plaque.objects.filter(code=self.code).first()

    def _refused(self) -> HttpResponse:
        """A visitor's way for somebody who may not; an error only for what was sent on purpose."""
        if self.request.method == "POST":
            raise PermissionDenied
        return HttpResponseRedirect(reverse("plaque_door", args=[self.code]))

    def _page(self, sent) -> Page:
        """The page that was tapped: one that they may edit, whatever number was sent."""
        number = sent.get("page", "")
        if not number.isascii() or not number.isdecimal() or len(number) > 15:
            raise PermissionDenied
        page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=number)
        if not may_edit(self.request.user, page):
            raise PermissionDenied
        return source_page(page)

    def _choose(self, words: str = "") -> HttpResponse:
        where = PositionForm(self.request.GET)
        found = offers(user=self.request.user, plaque=self.plaque, point=where.point, words=words)
        return self._show("choose", where=where, offers=found, words=words)

    def _confirm(self, page: Page, form: FixForm | None = None) -> HttpResponse:
        if not may_edit(self.request.user, page):
            return self._refused()
        sent = self.request.POST or self.request.GET
        position = {name: sent.get(name, "") for name in ("lat", "lng", "accuracy")}
        part = str(self.plaque.part_key or "")
        told = {**position, "page": page.pk, "part": part, "seen": last_step(self.plaque)}
        form = form or FixForm(page=page, plaque=self.plaque, initial=told)
        return self._show("confirm", form=form, page=page, where=PositionForm(sent))

    @transaction.atomic
    def _keep(self, page: Page, form: FixForm) -> bool:
        """Keep it; False where somebody else was quicker, which the form then says.

        A second tap on the same button, or the same form sent again after the signal failed,
        keeps nothing twice.
        """
        user, plaque = self.request.user, Plaque.objects.select_for_update().get(pk=self.plaque.pk)
        self.plaque = plaque
        if news := news_since(form.cleaned_data["seen"], plaque):
            if news.by == user and plaque.target_key == page.translation_key:
                return True
            form.tell_of(news)
            return False
        history = {"by": user, "note": form.cleaned_data["note"]}
        plaque_retarget(plaque=plaque, page=page, part=form.chosen_part, **history)
        fixture, photo = form.fixture(), form.cleaned_data["photo"]
        if photo:
            fixture["photo"] = photo_kept(file=photo, plaque=plaque, by=user)
        plaque_fix(plaque=plaque, **fixture, **history)
        return True

    def _show(self, template: str, **context) -> HttpResponse:
        context |= {"plaque": self.plaque, "alternates": []}
        return render(self.request, f"plaques/wall/{template}.html", context)


def may_work_at_the_wall(user) -> bool:
    return user.has_perm("wagtailadmin.access_admin") and may_change_register(user)
