"""Form fields for days and times, with the browser's own controls."""

from __future__ import annotations

from django import forms

MOMENT_FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]


class DayField(forms.DateField):
    """A day, as `<input type="date">` sends it."""

    def __init__(self, *, required: bool = True) -> None:
        super().__init__(
            required=required,
            input_formats=["%Y-%m-%d"],
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            error_messages={"invalid": "Write the day as 2026-03-06."},
        )


class MomentField(forms.DateTimeField):
    """A day and time on the paper's clock, as `<input type="datetime-local">` sends it."""

    def __init__(self, *, required: bool = True) -> None:
        super().__init__(
            required=required,
            input_formats=MOMENT_FORMATS,
            widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
            error_messages={
                "invalid": "Write the time as 2026-03-06 14:30.",
                "required": "Which day and time?",
            },
        )
