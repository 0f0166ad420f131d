"""Addresses of the reference list."""

from django.urls import path

from states import views

app_name = "states"
urlpatterns = [
    path("states/", views.state_list, name="list"),
    path("states/finder.json", views.finder, name="finder"),
]
