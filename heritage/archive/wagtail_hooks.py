"""What the archive adds to Wagtail."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .operations import SwiftFormatOperation
from .recording_views import GroupRecordingPermissions, RecordingsDeleteAction
from .recordings import RecordingViewSet

register_snippet(RecordingViewSet)
# After Wagtail's own for all snippets: the last of a name has it.
hooks.register("register_bulk_action", RecordingsDeleteAction, order=100)


@hooks.register("register_image_operations", order=100)
def write_avif_swiftly():
    """Replaces Wagtail's own operation of that name, registered before at order 0."""
    return [("format", SwiftFormatOperation)]


@hooks.register("register_group_permission_panel")
def recording_permissions():
    return GroupRecordingPermissions
