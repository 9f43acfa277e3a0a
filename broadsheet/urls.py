"""Every address on one screen."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin import urls as wagtailadmin_urls

from broadsheet.newsroom.enter import enter
from broadsheet.paper.web import (
    about,
    agency,
    byline,
    corrections,
    edit,
    errors,
    feed,
    front,
    robots,
    section,
    sitemap,
    story,
    stylesheet,
    topic,
)
from broadsheet.wire.web import hub, push

SECTION = "<str:section>/"
STORY = SECTION + "<int:year>/<int:month>/<int:day>/<str:slug>/"
PAGE = "page/<int:number>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("wire/<str:slug>/", push.receive),
    path("wire/<str:slug>/hub/<str:key>/", hub.receive),
    path("newsroom/enter/<str:token>/", enter, name="enter"),
    path("newsroom/", include("broadsheet.newsroom.urls")),
    path("newsroom/", include(wagtailadmin_urls)),
    path("", include("broadsheet.replies.urls")),
    path("", front.show),
    path("edit/", edit.front),
    path("feed.xml", feed.paper),
    path("robots.txt", robots.show),
    path("sitemap.xml", sitemap.show),
    path("theme/<str:fingerprint>.css", stylesheet.show, name="stylesheet"),
    path("about/", about.show),
    path("corrections/", corrections.show),
    path("corrections/" + PAGE, corrections.show),
    path("by/<str:slug>/", byline.show),
    path("by/<str:slug>/" + PAGE, byline.show),
    path("agency/<str:slug>/", agency.show),
    path("agency/<str:slug>/" + PAGE, agency.show),
    path("topic/<str:slug>/", topic.show),
    path("topic/<str:slug>/" + PAGE, topic.show),
    path(STORY, story.show),
    path(STORY + "edit/", edit.story),
    path(SECTION, section.show),
    path(SECTION + PAGE, section.show),
    path(SECTION + "feed.xml", feed.section),
    path(SECTION + "edit/", edit.section),
]

handler404 = errors.not_found
handler500 = errors.failed
