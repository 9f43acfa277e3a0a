"""The form for a rule."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.models import Site

from broadsheet.paper import lists
from broadsheet.paper.models import Rule
from broadsheet.wire.models import Agency, Wire

#: More in an hour than this is no cap.
MOST = 500


class RuleForm(forms.ModelForm[Rule]):
    """A rule as an editor lays it down."""

    class Meta:
        model = Rule
        fields = (
            "agency", "wire", "subject", "language", "urgency", "least_words",
            "section", "act", "no_fixes", "most_an_hour", "working",
        )  # fmt: skip
        labels = {
            "agency": "From the agency",
            "wire": "Over the wire",
            "subject": "Subject",
            "language": "Language",
            "urgency": "Urgency, at most",
            "least_words": "Words, at least",
            "section": "The section it is for",
            "act": "What is done",
            "no_fixes": "Only if the copy desk finds nothing to fix",
            "most_an_hour": "Stories, at most, in an hour",
            "working": "The rule works",
        }
        help_texts = {
            "subject": "A code of the agency's (medtop:15000000) or whole words of a subject's name "
            "or keyword (football).",
            "language": "en, de, pt: with no regard to the country. Takes that name none do not fit.",
            "urgency": "1 is the most urgent. Takes that name none do not fit.",
            "no_fixes": "For drafts and for publishing.",
        }
        widgets = {"act": forms.RadioSelect}

    def __init__(self, *args: Any, paper: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.paper = paper
        made: Any = self.fields
        made["section"].queryset = lists.sections(paper)
        made["section"].empty_label = "choose one"
        made["section"].error_messages["required"] = "Which section is it for?"
        made["agency"].queryset = Agency.objects.filter(paper=paper)
        made["wire"].queryset = Wire.objects.filter(paper=paper)
        made["agency"].empty_label = made["wire"].empty_label = "any"
        made["act"].choices = Rule.Act.choices
        made["urgency"].min_value, made["urgency"].max_value = 1, 9
        made["urgency"].widget.attrs |= {"min": 1, "max": 9}
        made["most_an_hour"].widget.attrs |= {"min": 1, "max": MOST}

    def clean_urgency(self) -> int | None:
        """1 to 9, or any."""
        urgency: int | None = self.cleaned_data["urgency"]
        if urgency is not None and not 1 <= urgency <= 9:
            raise forms.ValidationError("Write 1 to 9, or leave it empty.")
        return urgency

    def clean_language(self) -> str:
        """A tag's first part."""
        language = str(self.cleaned_data["language"]).strip()
        first = language.replace("_", "-").partition("-")[0]
        if language and not (2 <= len(first) <= 3 and first.isascii() and first.isalpha()):
            raise forms.ValidationError("Write the language's short name: en, de, pt.")
        return language

    def clean_most_an_hour(self) -> int:
        """Some, and not without end."""
        most = int(self.cleaned_data["most_an_hour"])
        if not 1 <= most <= MOST:
            raise forms.ValidationError(f"Write 1 to {MOST}. To stop the rule, switch it off.")
        return most

    def clean(self) -> dict[str, Any]:
        """What publishes unread must say whose copy it trusts."""
        data = super().clean() or self.cleaned_data
        unnamed = not (data.get("agency") or data.get("wire"))
        if data.get("act") == Rule.Act.PUBLISH and unnamed and not self.errors:
            self.add_error("agency", "Say whose copy is published unread: an agency or a wire.")
        return data
