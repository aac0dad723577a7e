from django.db import models


class WebAddressField(models.URLField):
    """A URL; one typed without its scheme is taken as https, as Django will from 6.0 on."""

    def formfield(self, **kwargs):
        """The form's field, which assumes https."""
        return super().formfield(**{"assume_scheme": "https", **kwargs})

    def deconstruct(self):
        """Nothing of it concerns the database: migrations see Django's own field."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
