"""What the places room adds to Wagtail's admin."""

from django.urls import path
from wagtail import hooks

from heritage.storytelling.editing.views import answer

from .editing.understanding import understand_point


@hooks.register("register_admin_urls")
def point_url():
    return [path("point/", answer(understand_point), name="place_point")]
