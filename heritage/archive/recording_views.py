"""Recordings lie in collections as pictures do, and so do the permissions on them."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail import permissions
from wagtail.admin.forms.collections import collection_member_permission_formset_factory
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views import chooser, snippets

from .models import Recording

SHOWS = ("choose", "change")


class RecordingPolicy(CollectionOwnershipPermissionPolicy):
    """As for pictures: who added one keeps it up. Whoever may choose one may look at it."""

    def user_has_permission(self, user, action):
        if action == "view":
            return self._check_perm(user, ["add", *SHOWS])
        return super().user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        known = {"choose" if action == "view" else action for action in actions}
        return super().user_has_any_permission_for_instance(user, known, instance)


policy = RecordingPolicy(Recording, owner_field_name="uploaded_by_user")
# Wagtail 8 looks policies up in a registry of its own, which 7.4 has not.
if hasattr(permissions, "register_permission_policy"):
    permissions.register_permission_policy(Recording, policy)


class _OneOfTheirs:
    """A view of one recording; Wagtail asks only whether somebody may change recordings at all."""

    needs = ("change",)

    def get_object(self, *args, **kwargs):
        found = super().get_object(*args, **kwargs)
        if not policy.user_has_any_permission_for_instance(self.request.user, self.needs, found):
            raise PermissionDenied
        return found


class RecordingsDeleteAction(DeleteBulkAction):
    """Wagtail 8 asks the policy about each, as here; 7.4 asks for a permission on all of them."""

    models = [Recording]

    def check_perm(self, recording) -> bool:
        return policy.user_has_permission_for_instance(self.request.user, "delete", recording)


class RecordingIndexView(snippets.IndexView):
    def get_base_queryset(self):
        shown = policy.instances_user_has_any_permission_for(self.request.user, SHOWS)
        return super().get_base_queryset().filter(pk__in=shown.order_by().values("pk"))

    def get_edit_url(self, instance):
        return self._if_theirs(instance, super().get_edit_url)

    def get_delete_url(self, instance):
        return self._if_theirs(instance, super().get_delete_url)

    def get_copy_url(self, instance):
        return None

    def _if_theirs(self, instance, address):
        user = self.request.user
        return (
            address(instance)
            if policy.user_has_permission_for_instance(user, "change", instance)
            else None
        )


class RecordingCreateView(snippets.CreateView):
    def get_initial_form_instance(self):
        return Recording(uploaded_by_user=self.request.user)


class RecordingEditView(_OneOfTheirs, snippets.EditView):
    pass


class RecordingDeleteView(_OneOfTheirs, snippets.DeleteView):
    pass


class RecordingUsageView(_OneOfTheirs, snippets.UsageView):
    pass


class RecordingHistoryView(_OneOfTheirs, snippets.HistoryView):
    pass


class RecordingInspectView(_OneOfTheirs, snippets.InspectView):
    needs = SHOWS


class _ToChoose:
    def get_object_list(self):
        return policy.instances_user_has_any_permission_for(self.request.user, ["choose"])


class RecordingChooseView(_ToChoose, chooser.ChooseView):
    pass


class RecordingChooseResultsView(_ToChoose, chooser.ChooseResultsView):
    pass


class RecordingChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = RecordingChooseView
    choose_results_view_class = RecordingChooseResultsView


GroupRecordingPermissions = collection_member_permission_formset_factory(
    Recording,
    [
        ("add_recording", _("Add"), _("Add recordings, and change one's own")),
        ("change_recording", _("Edit"), _("Edit any recording")),
        ("choose_recording", _("Choose"), _("Put recordings on pages")),
    ],
    "archive/admin/recording_permissions.html",
)
