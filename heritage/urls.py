"""The switchboard: which room answers which address. See DESIGN's "addresses that never change"."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail import views as wagtail_views
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.views.account import PasswordResetView
from wagtail.documents import urls as wagtaildocs_urls

from heritage.delivery import editions
from heritage.delivery.signin import few_an_hour
from heritage.delivery.uploads import serve_upload
from heritage.discovery.urls import machine_urls, visitor_urls
from heritage.editorial.teams.admin.welcome import WelcomeView
from home.lists import kind_list
from home.views import language_door

urlpatterns = [
    path("", language_door),
    path("", include("heritage.plaques.urls")),
    path("admin/password_reset/", few_an_hour(PasswordResetView.as_view())),
    path("admin/second-step/", include("heritage.editorial.signin.urls")),
    path("admin/welcome/<uidb64>/<token>/", WelcomeView.as_view(), name="welcome"),
    path("elder/", editions.switch, name="edition"),
    path("admin/", include("heritage.editorial.teams.boundaries.reading.urls")),
    path("admin/", include(wagtailadmin_urls)),
    *machine_urls,
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:path>", serve_upload),
]
urlpatterns += i18n_patterns(
    *visitor_urls,
    # What a page hands out beside itself: a trail's trail.gpx, trail.geojson.
    re_path(
        r"^((?:[\w\-]+/)*[\w\-]+\.(?:gpx|geojson|json|pdf))$",
        wagtail_views.serve,
        name="story_file",
    ),
    path("all/<slug:kind>/", kind_list, name="kind_list"),
    path("", include(wagtail_urls)),
)
