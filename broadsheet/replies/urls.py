"""Every address of the replies room, under the story it belongs to."""

from django.urls import path

from broadsheet.replies.web.pages import later, received
from broadsheet.replies.web.send import send

_STORY = "<str:section>/<int:year>/<int:month>/<int:day>/<str:slug>/replies/"

app_name = "replies"
urlpatterns = [
    path(_STORY, send, name="send"),
    path(f"{_STORY}received/", received, name="received"),
    path(f"{_STORY}<int:number>/", later, name="later"),
]
