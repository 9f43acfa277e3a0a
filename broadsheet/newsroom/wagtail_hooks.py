"""Where the newsroom takes Wagtail's place: menu, search, style sheets, scripts, buttons."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.search import SearchArea

from broadsheet.newsroom import menu
from broadsheet.newsroom.choosers import story_chooser, use_our_picture_chooser
from broadsheet.newsroom.elsewhere import to_screen
from broadsheet.newsroom.nouns import VIEWSETS
from broadsheet.newsroom.story.editor import story_editor
from broadsheet.paper.models import Story
from broadsheet.paper.models.story import HeldError
from broadsheet.paper.taken_back import hold_what_was_taken_back

STYLES = (
    "newsroom", "today", "paste", "remarks", "story", "front", "lists", "thoughts", "wire", "wires"
)  # fmt: skip
SCRIPTS = ("date_choosers", "choosers", "inline_panels", "alarms")


@hooks.register("construct_main_menu", order=1000)
def our_menu(request: HttpRequest, items: list[Any]) -> None:
    """The side menu."""
    menu.replace(request, items)


@hooks.register("construct_search", order=1000)
def our_search(request: HttpRequest, areas: list[Any]) -> None:
    """The search box looks through stories."""
    areas[:] = [SearchArea("Stories", reverse_lazy("newsroom:stories"), name="stories")]


@hooks.register("insert_global_admin_css")
def our_style() -> SafeString:
    """One sheet a concern."""
    return format_html_join(
        "\n",
        '<link rel="stylesheet" href="{}">',
        ((static(f"newsroom/{name}.css"),) for name in STYLES),
    )


@hooks.register("insert_global_admin_js")
def our_scripts() -> SafeString:
    """What Wagtail writes into its pages as inline script, which our policy forbids."""
    return format_html_join(
        "\n", '<script src="{}"></script>', ((static(f"newsroom/{name}.js"),) for name in SCRIPTS)
    )


@hooks.register("construct_page_action_menu")
def our_actions(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """In the editor: publish first for whoever may; taking down has its own screen."""
    items[:] = [item for item in items if item.name != "action-unpublish"]
    items.sort(key=lambda item: item.name != "action-publish")


@hooks.register("get_avatar_url")
def no_avatar(user: Any, size: int) -> SafeString:
    """Nobody's face is fetched from anywhere."""
    return format_html("{}", static("newsroom/person.svg"))


@hooks.register("register_admin_viewset", order=100)
def our_nouns() -> list[Any]:
    """Topics, bylines, agencies; choosing a story and editing it."""
    use_our_picture_chooser()
    return [*VIEWSETS, story_chooser, story_editor]


@hooks.register("before_edit_page")
def our_screens(request: HttpRequest, page: Any) -> HttpResponse | None:
    """The editor is for stories; sections and the front have screens of their own."""
    return None if isinstance(page.specific, Story) else to_screen(request, pk=page.pk)


@hooks.register("before_publish_page")
def not_while_held(request: HttpRequest, page: Any) -> HttpResponse | None:
    """A kill or an embargo holds the story: what was written stays as a draft."""
    if isinstance(page, Story):
        hold_what_was_taken_back(page)
    try:
        page.refuse_if_held(max(page.go_live_at or timezone.now(), timezone.now()))
    except HeldError as error:
        messages.error(request, " ".join(error.messages) + " Your text is kept as a draft.")
        return redirect("newsroom:story", page.pk)
    return None


@hooks.register("before_create_page")
def only_stories(request: HttpRequest, parent: Any, kind: Any) -> HttpResponse | None:
    """Sections are opened on their own screen."""
    return None if kind is Story else to_screen(request, pk=parent.pk)
