from django.db import models
from django.utils.translation import gettext_lazy as _

from .permanent import PermanentModel


class StatutoryMarker(PermanentModel):
    """The six statements that a 文物保护标志 must make (文物保护法实施条例 art. 10)."""

    STATEMENTS = ("grade", "name", "announced_by", "announced_on", "erected_by", "erected_on")

    plaque = models.OneToOneField(
        "plaques.Plaque",
        verbose_name=_("plaque"),
        on_delete=models.PROTECT,
        related_name="marker",
    )
    grade = models.CharField(_("grade of protection"), max_length=60)
    name = models.CharField(_("name of the protected site"), max_length=160)
    announced_by = models.CharField(_("announced by"), max_length=120)
    announced_on = models.CharField(_("announced on"), max_length=40)
    erected_by = models.CharField(_("put up by"), max_length=120)
    erected_on = models.CharField(_("put up on"), max_length=40)

    class Meta:
        verbose_name = _("statutory marker")
        verbose_name_plural = _("statutory markers")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.grade} {self.name}"

    def statements(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in self.STATEMENTS}
