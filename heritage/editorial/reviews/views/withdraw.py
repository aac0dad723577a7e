from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.utils import get_valid_next_url_from_request

from ..withdrawing import may_be_withdrawn, may_withdraw, story_withdraw
from .of_page import OfPage


class WithdrawForm(forms.Form):
    """Why, and how far."""

    reason = forms.CharField(
        label=gettext_lazy("Why it is withdrawn"),
        help_text=gettext_lazy("The team and the reviewers read it. It stays in the history."),
        widget=forms.Textarea({"rows": 4}),
        max_length=2000,
    )
    languages = forms.ChoiceField(
        label=gettext_lazy("Which languages"),
        choices=[("all", gettext_lazy("all languages")), ("this", gettext_lazy("this one only"))],
        initial="all",
        widget=forms.RadioSelect,
    )
    below = forms.BooleanField(
        label=gettext_lazy("Everything below it too"), required=False, initial=False
    )

    def __init__(self, *args, has_below: bool, language: str, is_source: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_below:
            del self.fields["below"]
        only = _("%(language)s only")
        if is_source:
            only = _("%(language)s only, and the Traditional page made from it")
        only %= {"language": language}
        self.fields["languages"].choices = [("all", _("all languages")), ("this", only)]


class WithdrawView(OfPage, FormView):
    """`/admin/reviews/<page>/withdraw/`: one person takes a story down, at once and everywhere."""

    template_name = "reviews/admin/withdraw.html"
    page_title = gettext_lazy("Withdraw at once")
    header_icon = "warning"
    form_class = WithdrawForm

    def may_open(self) -> bool:
        return may_withdraw(self.request.user, self.page)

    def dispatch(self, request, *args, **kwargs):
        if self.may_open() and not self.standing:
            messages.info(request, _("Nobody can read this page now. Nothing is withdrawn."))
            return HttpResponseRedirect(self._back())
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def standing(self) -> list:
        """The page in every language in which there is something to take down."""
        pages = [self.page, *self.page.get_translations().select_related("locale")]
        return [page for page in pages if may_be_withdrawn(page)]

    @cached_property
    def live_below(self) -> int:
        return self.page.get_descendants().live().count()

    def get_form_kwargs(self):
        code = self.page.locale.language_code
        return super().get_form_kwargs() | {
            "has_below": bool(self.live_below),
            "language": self.page.locale.get_display_name(),
            "is_source": code == "zh-hans",
        }

    def form_valid(self, form):
        said = form.cleaned_data
        taken = story_withdraw(
            page=self.page,
            by=self.request.user,
            reason=said["reason"],
            all_languages=said["languages"] == "all",
            with_below=said.get("below", False),
        )
        words = ngettext("%(n)s page is withdrawn.", "%(n)s pages are withdrawn.", len(taken))
        messages.success(self.request, words % {"n": len(taken)})
        return HttpResponseRedirect(self._back())

    def _back(self) -> str:
        wanted = get_valid_next_url_from_request(self.request)
        return wanted or reverse("wagtailadmin_explore", args=[self.page.get_parent().pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs, page=self.page, standing=self.standing, live_below=self.live_below
        )
