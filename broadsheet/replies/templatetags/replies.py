"""`{% load replies %}`: the replies under a story, and the form to send one."""

from __future__ import annotations

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from broadsheet.paper.models import Story
from broadsheet.replies.contract import FormView, RepliesView
from broadsheet.replies.presenting import form_view, replies_view

register = template.Library()


@register.simple_tag
def replies_of(story: Story, page: int = 1) -> SafeString:
    """Page `page` of the accepted replies; nothing when there are none."""
    found = replies_view(story, page)
    return show_replies(found) if found is not None and found.count else SafeString("")


@register.simple_tag
def reply_form(story: Story) -> SafeString:
    """The form, or a line that says replies are closed."""
    return show_form(form_view(story))


@register.simple_tag
def show_replies(replies: RepliesView) -> SafeString:
    """A page of replies that was made before."""
    return render_to_string("replies/replies.html", {"replies": replies})


@register.simple_tag
def show_form(form: FormView) -> SafeString:
    """A form that was made before."""
    return render_to_string("replies/form.html", {"form": form})
