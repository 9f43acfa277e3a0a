"""The form beside the copy: what was found, to be put in order."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.timezone import make_aware

from broadsheet.newsroom.access import Desk
from broadsheet.newsroom.fields import DayField, MomentField
from broadsheet.paper.filing import HEADLINE_MOST, STANDFIRST_MOST
from broadsheet.paper.prepared import Prepared
from broadsheet.staff.models import Byline
from broadsheet.wire.models import Agency

NOW, DAY, MOMENT = "now", "day", "moment"


class DeskForm(forms.Form):
    """Every decision except the sections. `copy` is the text as it now stands on the desk."""

    headline = forms.CharField(
        max_length=HEADLINE_MOST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Give it a headline.",
            "max_length": f"The headline has %(show_value)s characters, at most {HEADLINE_MOST} "
            "can be set: shorten it.",
        },
    )
    standfirst = forms.CharField(
        max_length=STANDFIRST_MOST, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    byline = forms.CharField(max_length=120, required=False)
    credit = forms.CharField(max_length=200, required=False)
    agency = forms.CharField(max_length=120, required=False)
    dateline = forms.CharField(max_length=120, required=False)
    when = forms.ChoiceField(
        choices=[(NOW, "today"), (DAY, "on a day"), (MOMENT, "at a time")], required=False
    )
    day = DayField(required=False)
    moment = MomentField(required=False)
    go_live = MomentField(required=False)
    in_top_news = forms.BooleanField(required=False)
    replies_open = forms.BooleanField(required=False)
    copy = forms.CharField(widget=forms.Textarea(attrs={"rows": 16}), strip=False, required=False)

    def clean_headline(self) -> str:
        """One line, whatever the box was broken into."""
        return " ".join(str(self.cleaned_data["headline"]).split())

    def clean(self) -> dict[str, Any]:
        """A chosen kind of date needs its date."""
        data = super().clean() or {}
        when = data.get("when")
        if when == DAY and not data.get("day") and "day" not in self.errors:
            self.add_error("day", "Which day?")
        if when == MOMENT and not data.get("moment") and "moment" not in self.errors:
            self.add_error("moment", "Which day and time?")
        return data

    def published(self) -> date | datetime | None:
        """When it was published, as answered; None when it is now, or was not said."""
        data = self.cleaned_data
        if data["when"] == DAY:
            day: date = data["day"]
            return day
        if data["when"] == MOMENT:
            moment: datetime = data["moment"]
            return moment if timezone.is_aware(moment) else make_aware(moment)
        return None


def initial(desk: Desk, prepared: Prepared, text: str) -> dict[str, Any]:
    """What the form opens with: everything that was found."""
    return {
        "headline": prepared.headline,
        "standfirst": prepared.standfirst,
        "byline": prepared.byline,
        "credit": prepared.credit,
        "agency": prepared.agency,
        "dateline": prepared.dateline,
        "when": DAY if prepared.published else "",
        "day": prepared.published,
        "in_top_news": prepared.in_top_news,
        "replies_open": desk.paper.masthead.replies_open,
        "copy": text,
    }


def known_names(desk: Desk) -> dict[str, list[str]]:
    """Names that the paper knows, to be offered while one types."""
    return {
        "agencies": list(
            Agency.objects.filter(paper=desk.paper).values_list("name", flat=True)[:200]
        ),
        "bylines": list(
            Byline.objects.filter(paper=desk.paper).values_list("name", flat=True)[:200]
        ),
    }
