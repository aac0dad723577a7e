from django.urls import re_path

from .views import plaque_door
from .wall.fixing import FixAtTheWallView

# What is printed is /Q/7K3M9X; whatever stands there, it is answered.
urlpatterns = [
    re_path(
        r"^[qQ]/(?P<code>[0-9A-Za-z-]{6,13})/fix/\Z", FixAtTheWallView.as_view(), name="plaque_fix"
    ),
    re_path(r"^[qQ](?:/(?P<text>[\s\S]*))?\Z", plaque_door, name="plaque_door"),
]
