"""The form under a story, as it is checked here; the page works without any script."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from broadsheet.replies.cleaning import clean_line, clean_text

#: Letters that each field takes.
MOST = {"name": 80, "email": 254, "text": 4000}
#: The field that people do not see and programs fill in.
TRAP = "website"


class ReplyForm(forms.Form):
    """Name, e-mail address, text, and the trap."""

    name = forms.CharField(
        error_messages={"required": _("Please write the name that is to stand above your reply.")}
    )
    email = forms.EmailField(
        max_length=MOST["email"],
        error_messages={
            "required": _("Please write your e-mail address. It is not published."),
            "invalid": _("This is no e-mail address: it looks like name@example.org."),
            "max_length": _("This e-mail address is too long."),
        },
    )
    text = forms.CharField(strip=False, error_messages={"required": _("Please write your reply.")})
    website = forms.CharField(required=False)

    def clean_name(self) -> str:
        """One visible line of at most 80 letters."""
        name = clean_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        if len(name) > MOST["name"]:
            raise forms.ValidationError(
                gettext("A name may have %(most)s letters; this one has %(count)s.")
                % {"most": MOST["name"], "count": len(name)}
            )
        return name

    def clean_text(self) -> str:
        """Visible lines of at most 4,000 letters."""
        text = clean_text(self.cleaned_data["text"])
        if not text:
            raise forms.ValidationError(self.fields["text"].error_messages["required"])
        if len(text) > MOST["text"]:
            raise forms.ValidationError(
                gettext("A reply may have %(most)s letters; this one has %(count)s.")
                % {"most": MOST["text"], "count": len(text)}
            )
        return text

    def clean_website(self) -> str:
        """Empty, or the sender is a program. A person whose browser filled it in can send again,
        so nobody's words are lost for it."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("A hidden field was filled in, as programs do. It is empty again: please send.")
            )
        return ""
