"""The small forms of a story's desk."""

from __future__ import annotations

from django import forms

from broadsheet.newsroom.fields import MomentField
from broadsheet.paper.models import Correction


class ScheduleForm(forms.Form):
    """When it goes live, on the paper's clock."""

    at = MomentField()


class CorrectionForm(forms.Form):
    """What is printed at the story and on the corrections page."""

    kind = forms.ChoiceField(
        choices=[("correction", "Correction"), ("clarification", "Clarification")],
        initial=Correction.Kind.CORRECTION,
        widget=forms.RadioSelect,
        error_messages={"required": "Is it a correction or a clarification?"},
    )
    text = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what was wrong, and what is right."},
    )


class TakeDownForm(forms.Form):
    """Why the story goes; kept in its record, never printed."""

    note = forms.CharField(max_length=500, required=False)
    sure = forms.BooleanField(
        error_messages={"required": "Tick that you are sure: the story leaves the paper at once."}
    )
