"""The kinds of story that can be looked for, by the word that stands in an address."""

from django.utils.translation import gettext_lazy as _

# word in ?kind= → (model name, what a list of them is called)
KINDS = {
    "neighbourhood": ("neighbourhoodpage", _("Neighbourhoods")),
    "landmark": ("landmarkpage", _("Heritage")),
    "mural": ("muralpage", _("Murals")),
    "corridor": ("corridorpage", _("Culture corridors")),
    "trail": ("trailpage", _("Trails")),
    "person": ("personpage", _("People")),
    "history": ("historypage", _("Community histories")),
}
PLACED = ("neighbourhood", "landmark", "mural", "corridor")
KIND_OF_MODEL = {model: kind for kind, (model, _name) in KINDS.items()}
