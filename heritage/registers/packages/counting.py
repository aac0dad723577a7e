"""What a package holds, in people's words."""

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

COUNTED = {
    "pages": gettext_lazy("Pages, in all languages"),
    "pictures": gettext_lazy("Pictures"),
    "recordings": gettext_lazy("Recordings"),
    "papers": gettext_lazy("Documents"),
    "plaques": gettext_lazy("Plaques"),
}


def counts_told(counts: dict[str, int]) -> str:
    """`Pages, in all languages: 12`, a line for each."""
    return "\n".join(
        _("%(what)s: %(number)s") % {"what": _named(kind), "number": number}
        for kind, number in counts.items()
    )


def _named(kind: str):
    """A kind of thing, or a model of pages by its label."""
    return COUNTED[kind] if kind in COUNTED else apps.get_model(kind)._meta.verbose_name
