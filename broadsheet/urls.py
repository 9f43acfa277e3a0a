"""Every address on one screen."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin import urls as wagtailadmin_urls

from broadsheet.newsroom.enter import enter

urlpatterns: list[URLPattern | URLResolver] = [
    path("newsroom/enter/<str:token>/", enter, name="enter"),
    path("newsroom/", include("broadsheet.newsroom.urls")),
    path("newsroom/", include(wagtailadmin_urls)),
]
