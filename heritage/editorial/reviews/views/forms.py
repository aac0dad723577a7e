"""What a reviewer may say on a story's screen."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..comments import blocks_of, fields_of

LONGEST = 4000


class DayInput(forms.DateTimeInput):
    """A browser's own field for a day and a time."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class JudgementForm(forms.Form):
    """Pass, or return with a reason; `revision` is the version that was read."""

    action = forms.ChoiceField(choices=[("pass", ""), ("return", "")])
    revision = forms.IntegerField()
    note = forms.CharField(
        label=gettext_lazy("Note (to return it, say why and what to mend)"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
    )
    signs_off = False

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields that are filled in: a note, and the days where it asks for any."""
        return [self[name] for name in ("note", "go_live_at", "expire_at") if name in self.fields]

    def clean(self):
        said = super().clean()
        if said.get("action") == "return" and not said.get("note", "").strip():
            self.add_error("note", _("Say why it goes back, and what to mend."))
        return said


class SignOffForm(JudgementForm):
    """The third judgement also says from when to when the story is public."""

    signs_off = True

    go_live_at = forms.DateTimeField(
        label=gettext_lazy("Goes public on"),
        help_text=gettext_lazy("Empty: at once."),
        required=False,
        widget=DayInput,
    )
    expire_at = forms.DateTimeField(
        label=gettext_lazy("Ends on"),
        help_text=gettext_lazy("Empty: it stays."),
        required=False,
        widget=DayInput,
    )

    def clean(self):
        said = super().clean()
        end = said.get("expire_at")
        if said.get("action") == "pass" and end:
            if end <= timezone.now():
                self.add_error("expire_at", _("The day on which it ends is over already."))
            elif said.get("go_live_at") and end <= said["go_live_at"]:
                self.add_error("expire_at", _("It would end before it goes public."))
        return said


class CommentForm(forms.Form):
    """A word on one field or block."""

    path = forms.ChoiceField(label=gettext_lazy("About"))
    text = forms.CharField(
        label=gettext_lazy("Comment"), max_length=LONGEST, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args, page, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["path"].choices = [*fields_of(page), *blocks_of(page)]
