"""Rights statements and licences by their published URIs (rightsstatements.org and CC)."""

from django.utils.translation import gettext_lazy as _

RIGHTS = [
    ("https://rightsstatements.org/vocab/InC/1.0/", _("In copyright")),
    ("https://rightsstatements.org/vocab/InC-RUU/1.0/", _("In copyright, holder not found")),
    ("https://rightsstatements.org/vocab/NoC-CR/1.0/", _("No copyright, contractual restrictions")),
    ("https://rightsstatements.org/vocab/UND/1.0/", _("Copyright undetermined")),
    ("https://rightsstatements.org/vocab/CNE/1.0/", _("Copyright not evaluated")),
    ("https://creativecommons.org/publicdomain/mark/1.0/", _("Public domain")),
    ("https://creativecommons.org/publicdomain/zero/1.0/", _("CC0: no rights reserved")),
    ("https://creativecommons.org/licenses/by/4.0/", _("CC BY 4.0")),
    ("https://creativecommons.org/licenses/by-sa/4.0/", _("CC BY-SA 4.0")),
    ("https://creativecommons.org/licenses/by-nc/4.0/", _("CC BY-NC 4.0")),
    ("https://creativecommons.org/licenses/by-nc-nd/4.0/", _("CC BY-NC-ND 4.0")),
]
