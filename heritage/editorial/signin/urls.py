"""Between the password and the rest: under the admin's address, before its own door."""

from django.urls import path

from . import views

app_name = "signin"
urlpatterns = [
    path("", views.give_code, name="code"),
    path("recovery/", views.give_recovery_code, name="recovery"),
    path("phone/", views.set_up_phone, name="phone"),
]
