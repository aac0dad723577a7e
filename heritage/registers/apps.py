from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistersConfig(AppConfig):
    """Registers in and out."""

    name = "heritage.registers"
    label = "registers"
    verbose_name = _("Registers in and out")

    def ready(self):
        from heritage.delivery.freshness import never_shown

        never_shown("registers.RegisterImport", "registers.ImportedRow", "registers.SavedMapping")
