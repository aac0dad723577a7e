from django.db import models
from django.utils.translation import gettext as _


class PermanentQuerySet(models.QuerySet):
    """Rows that may be read and changed, and not deleted."""

    def delete(self):
        raise models.ProtectedError(_("A plaque and its history are never deleted."), set(self))

    delete.alters_data = True
    delete.queryset_only = True


class PermanentModel(models.Model):
    """What stands on a wall stays in the register: no row is ever deleted."""

    objects = PermanentQuerySet.as_manager()

    class Meta:
        abstract = True

    def delete(self, *args, **kwargs):
        raise models.ProtectedError(_("A plaque and its history are never deleted."), {self})
