"""Addresses of the casualties. Who includes them hands in `standings`: how states stood under a treaty."""

from django.urls import path

from casualties import views

app_name = "casualties"
urlpatterns = [
    path("casualties/", views.figure_list, name="list"),
    path("casualties/standing/", views.standing_list, name="standing"),
    path("casualties/<int:year>/", views.year_list, name="year"),
]
