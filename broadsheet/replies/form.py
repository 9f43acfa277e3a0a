"""The form under a story, as it is checked here; the page works without any script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from broadsheet.replies.cleaning import clean_line, clean_text, has_something_to_see

#: Letters that each field takes.
MOST = {"name": 80, "email": 254, "text": 4000}
#: The field that people do not see and programs fill in.
TRAP = "website"


class _Written(forms.CharField):
    """Text from a reader: made clean first, so that what cannot be seen counts as nothing."""

    def __init__(self, clean: Callable[[str], str], **kwargs: Any) -> None:
        self._clean = clean
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        text = self._clean(str(super().to_python(value)))
        return text if has_something_to_see(text) else ""


class ReplyForm(forms.Form):
    """Name, e-mail address, text, and the trap."""

    name = _Written(
        clean_line,
        error_messages={"required": _("Please write the name that is to stand above your reply.")},
    )
    email = forms.EmailField(
        max_length=MOST["email"],
        error_messages={
            "required": _("Please write your e-mail address. It is not published."),
            "invalid": _("This is no e-mail address: it looks like name@example.org."),
            "max_length": _("This e-mail address is too long."),
        },
    )
    text = _Written(clean_text, error_messages={"required": _("Please write your reply.")})
    website = forms.CharField(required=False)

    def clean_name(self) -> str:
        """At most 80 letters."""
        words = _("A name may have %(most)s letters; this one has %(count)s.")
        return _not_longer(self.cleaned_data["name"], MOST["name"], words)

    def clean_text(self) -> str:
        """At most 4,000 letters."""
        words = _("A reply may have %(most)s letters; this one has %(count)s.")
        return _not_longer(self.cleaned_data["text"], MOST["text"], words)

    def clean_website(self) -> str:
        """Empty, or the sender is a program. A person whose browser filled it in can send again,
        so nobody's words are lost for it."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("A hidden field was filled in, as programs do. It is empty again: please send.")
            )
        return ""


def _not_longer(text: str, most: int, words: Any) -> str:
    if len(text) > most:
        raise forms.ValidationError(words, params={"most": most, "count": len(text)})
    return text
