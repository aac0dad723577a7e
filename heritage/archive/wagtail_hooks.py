"""What the archive adds to Wagtail."""

from wagtail import hooks

from .operations import SwiftFormatOperation


@hooks.register("register_image_operations", order=100)
def write_avif_swiftly():
    """Replaces Wagtail's own operation of that name, registered before at order 0."""
    return [("format", SwiftFormatOperation)]
