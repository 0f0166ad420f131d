"""Addresses of the treaties and their lists."""

from django.urls import path

from treaties import views

app_name = "treaties"
urlpatterns = [
    path("treaties/", views.treaty_list, name="list"),
    path("treaties/<slug:slug>/", views.treaty_detail, name="detail"),
    path("treaties/<slug:slug>/status/", views.status_list, name="status"),
    path("treaties/<slug:slug>/map/", views.map_on_a_day, name="map"),
    path("treaties/<slug:slug>/map.svg", views.map_file, name="map-file"),
    path("treaties/<slug:slug>/withdrawals/", views.withdrawal_list, name="withdrawals"),
    path("treaties/<slug:slug>/record/", views.record, name="record"),
]
