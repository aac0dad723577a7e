from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet

from .bringing import CheckedView, ColumnsView, DiscardView, UploadView
from .packages import PackageInView, PackageOutView
from .results import ImportsView, ProgressView, RefusedView, ResultView, UndoView
from .taking_out import TakeOutView


class RegistersViewSet(ViewSet):
    """`/admin/registers/`: registers brought in, registers and packages taken out."""

    name = "registers"
    icon = "register"
    menu_label = _("Registers")

    def get_urlpatterns(self):
        return [
            path("", ImportsView.as_view(), name="index"),
            path("new/", UploadView.as_view(), name="new"),
            path("<int:pk>/", ResultView.as_view(), name="result"),
            path("<int:pk>/columns/", ColumnsView.as_view(), name="columns"),
            path("<int:pk>/check/", CheckedView.as_view(), name="checked"),
            path("<int:pk>/progress/", ProgressView.as_view(), name="progress"),
            path("<int:pk>/undo/", UndoView.as_view(), name="undo"),
            path("<int:pk>/discard/", DiscardView.as_view(), name="discard"),
            path("<int:pk>/refused.csv", RefusedView.as_view(), name="refused"),
            path("take-out/", TakeOutView.as_view(), name="take_out"),
            path("package-out/", PackageOutView.as_view(), name="package_out"),
            path("package-in/", PackageInView.as_view(), name="package_in"),
        ]


registers_viewset = RegistersViewSet()
