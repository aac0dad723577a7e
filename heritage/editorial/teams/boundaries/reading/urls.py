"""Before Wagtail's own in the switchboard: the same addresses, asked of readers too."""

from django.urls import path, re_path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from . import items, views

PAGE = "pages/<int:page_id>"
_addresses = [
    path(f"{PAGE}/history/", views.HistoryView.as_view()),
    path(f"{PAGE}/history/results/", views.HistoryView.as_view(results_only=True)),
    path(f"{PAGE}/workflow_history/", views.WorkflowHistoryView.as_view()),
    path(
        f"{PAGE}/workflow_history/detail/<int:workflow_state_id>/",
        views.WorkflowHistoryDetailView.as_view(),
    ),
    path(f"{PAGE}/usage/", views.UsageView.as_view()),
    path(f"{PAGE}/view_draft/", views.view_draft),
    path(f"{PAGE}/revisions/<int:revision_id>/view/", views.RevisionView.as_view()),
    re_path(
        r"^pages/(\d+)/revisions/compare/(live|earliest|\d+)\.\.\.(live|latest|\d+)/$",
        views.CompareView.as_view(),
    ),
    path("reading/<int:page_id>/", views.ReadView.as_view(), name="reading_page"),
    path("reading/pictures/", items.PicturesView.as_view(), name="reading_pictures"),
    path(
        "reading/pictures/results/",
        items.PicturesView.as_view(results_only=True),
        name="reading_pictures_results",
    ),
    path("reading/documents/", items.PapersView.as_view(), name="reading_documents"),
    path(
        "reading/documents/results/",
        items.PapersView.as_view(results_only=True),
        name="reading_documents_results",
    ),
]
urlpatterns = decorate_urlpatterns(_addresses, require_admin_access)
