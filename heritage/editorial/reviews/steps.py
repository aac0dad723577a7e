"""The three reviews, in their order: 初审, 复审, 终审."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Step(models.IntegerChoices):
    """One review of the three."""

    FACTS = 1, _("First review: facts and sources")
    WORDING = 2, _("Second review: wording and policy")
    SIGN_OFF = 3, _("Sign-off")


WORKFLOW_NAME = "三审 · Three reviews"
# Stored in the database, read by people of either language in Wagtail's own screens.
TASK_NAMES = {
    Step.FACTS: "初审：事实与出处 · Facts and sources",
    Step.WORDING: "复审：文字与政策 · Wording and policy",
    Step.SIGN_OFF: "终审：签发 · Sign-off",
}
SHORT_NAMES = {
    Step.FACTS: _("First review"),
    Step.WORDING: _("Second review"),
    Step.SIGN_OFF: _("Sign-off"),
}
WHAT_IT_ASKS = {
    Step.FACTS: _("Are the facts right, and does each have its source?"),
    Step.WORDING: _("Is it well said, fair to people, and in keeping with policy?"),
    Step.SIGN_OFF: _("Signed off, it goes public: at once, or on the day that is set."),
}
WHO_MAKES_IT = {
    Step.FACTS: _(
        "The first review is made by a curator of the neighbourhood's team or a city reviewer."
    ),
    Step.WORDING: _("The second review is made by a city reviewer."),
    Step.SIGN_OFF: _("The sign-off is given by a city publisher."),
}


def in_one_language(words: str) -> str:
    """Words that quote a stored name, with only the half of it that the reader's language asks."""
    half = 0 if (get_language() or "").startswith("zh") else 1
    for name in (WORKFLOW_NAME, *TASK_NAMES.values()):
        words = words.replace(name, name.split(" · ")[half])
    return words
