"""What the archive adds to Wagtail."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .operations import SwiftFormatOperation
from .recording_views import GroupRecordingPermissions
from .recordings import RecordingViewSet

register_snippet(RecordingViewSet)


@hooks.register("register_image_operations", order=100)
def write_avif_swiftly():
    """Replaces Wagtail's own operation of that name, registered before at order 0."""
    return [("format", SwiftFormatOperation)]


@hooks.register("register_group_permission_panel")
def recording_permissions():
    return GroupRecordingPermissions
