from django.urls import path
from django.utils.translation import pgettext_lazy
from wagtail.admin.viewsets.base import ViewSet

from .inviting import InviteView
from .people import PeopleView
from .person import EndView, LinkView, MoveView, PersonView, TakeBackView
from .teams import FoundView, TeamsView


class PeopleViewSet(ViewSet):
    """`/admin/people/`: everything about who is here."""

    name = "people"
    icon = "group"
    menu_label = pgettext_lazy("staff", "People")

    def get_urlpatterns(self):
        return [
            path("", PeopleView.as_view(), name="index"),
            path("results/", PeopleView.as_view(results_only=True), name="index_results"),
            path("invite/", InviteView.as_view(), name="invite"),
            path("teams/", TeamsView.as_view(), name="teams"),
            path("teams/found/<int:page_id>/", FoundView.as_view(), name="found"),
            path("<int:pk>/", PersonView.as_view(), name="person"),
            path("<int:pk>/move/", MoveView.as_view(), name="move"),
            path("<int:pk>/end/", EndView.as_view(), name="end"),
            path("<int:pk>/back/", TakeBackView.as_view(), name="back"),
            path("<int:pk>/link/", LinkView.as_view(), name="link"),
        ]


people_viewset = PeopleViewSet()
