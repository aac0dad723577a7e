"""What the archive adds to Wagtail."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .operations import SwiftFormatOperation
from .recordings import RecordingViewSet

register_snippet(RecordingViewSet)


@hooks.register("register_image_operations", order=100)
def write_avif_swiftly():
    """Replaces Wagtail's own operation of that name, registered before at order 0."""
    return [("format", SwiftFormatOperation)]
