from django.core.exceptions import PermissionDenied
from wagtail.admin.views.generic import history, usage

from .permissions import ANY, policy


class OneOfTheirs:
    """A view of one plaque, whatever number is asked for; Wagtail asks only about the register."""

    needs = ("change",)

    def get_object(self, *args, **kwargs):
        found = super().get_object(*args, **kwargs)
        if not policy.user_has_any_permission_for_instance(self.request.user, self.needs, found):
            raise PermissionDenied
        return found


class PlaqueHistoryView(OneOfTheirs, history.HistoryView):
    """Who changed the row; what happened on the wall stands on the plaque's own page."""

    needs = ANY
    any_permission_required = list(ANY)


class PlaqueUsageView(OneOfTheirs, usage.UsageView):
    """What refers to it."""
