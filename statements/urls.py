"""Addresses of statements, justifications and claims."""

from django.urls import path

from statements import views
from statements.feeds import statement_feed

app_name = "statements"
urlpatterns = [
    path("statements/", views.statement_list, name="list"),
    path("statements.atom", statement_feed, name="feed"),
    path("statements/<slug:key>/", views.statement_detail, name="detail"),
    path("justifications/", views.justification_list, name="justifications"),
    path("justifications/<slug:code>/", views.justification_detail, name="justification"),
    path("claims/", views.claim_list, name="claims"),
]
