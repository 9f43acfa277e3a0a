"""The form for a wire: adding one, and changing it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from wagtail.models import Site

from broadsheet.wire.coming import adding
from broadsheet.wire.coming.adding import Added, AddingError, Wanted
from broadsheet.wire.coming.addresses import ADDRESS_MOST
from broadsheet.wire.models import Agency, Wire

#: The ways in, as somebody chooses one.
WAYS = {
    "poll": "From a feed or web address that is asked",
    "files": "From an FTP or SFTP server that is asked",
    "mailbox": "By mail, into a mailbox",
    "folder": "As files, into a folder of this machine",
    "push": "They are sent to us (HTTP POST)",
}
#: How the address of each begins.
_SCHEMES = {
    "poll": ("https", "http"),
    "files": ("sftp", "ftps", "ftp"),
    "mailbox": ("imaps",),
}
_EXAMPLES = {
    "poll": "https://news.example/feed.xml",
    "files": "sftp://name@files.example/out/",
    "mailbox": "imaps://name@mail.example/INBOX",
}
_FOLDERS = "wire"


class WireForm(forms.Form):
    """A wire as an editor sets it up."""

    way = forms.ChoiceField(
        label="How do takes come?", choices=list(WAYS.items()), initial="poll",
        widget=forms.RadioSelect,
    )  # fmt: skip
    name = forms.CharField(
        max_length=adding.NAME_MOST, required=False, label="Name",
        help_text="What it is called in the newsroom. Left empty, its address gives the name.",
    )  # fmt: skip
    address = forms.CharField(
        max_length=ADDRESS_MOST, required=False, label="Address",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "ltr"}),
    )  # fmt: skip
    password = forms.CharField(
        max_length=500, required=False, label="Password", strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    agency = forms.ModelChoiceField(
        Agency.objects.none(), required=False, empty_label="as the copy says", label="Agency",
        help_text="Whose copy it is when the copy does not say.",
    )  # fmt: skip
    every = forms.IntegerField(
        min_value=adding.LEAST_EVERY, max_value=86400, initial=300,
        label="Seconds between two questions", help_text="300 is five minutes.",
        error_messages={"min_value": "Ask every 10 seconds at most."},
    )  # fmt: skip
    silent_after = forms.IntegerField(
        min_value=0, max_value=525600, initial=0, label="Call it silent after so many minutes",
        help_text="When nothing has come for so long, the newsroom is told. 0: never.",
    )  # fmt: skip
    keep_days = forms.IntegerField(
        min_value=0, max_value=36500, initial=0, label="Keep its takes for so many days",
        help_text="0: for ever. Takes that stories were made of always stay.",
    )  # fmt: skip
    private = forms.BooleanField(
        required=False, label="The address lies inside our own network",
        help_text="Only if you know it does: such an address may reach machines that nobody "
        "outside should.",
    )  # fmt: skip

    def __init__(self, *args: Any, paper: Site, wire: Wire | None = None, **kwargs: Any) -> None:
        if wire is not None:
            kwargs["initial"] = _initial(wire)
        super().__init__(*args, **kwargs)
        self.paper, self.wire = paper, wire
        agencies: Any = self.fields["agency"]
        agencies.queryset = Agency.objects.filter(paper=paper)
        if wire is not None:
            del self.fields["way"]

    @property
    def chosen(self) -> str:
        """How takes come."""
        return way_of(self.wire) if self.wire else str(self.cleaned_data.get("way", "poll"))

    def clean(self) -> dict[str, Any]:
        """Make of the address what `adding` understands, or say what it should look like."""
        data = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                data["address"] = self._address(str(data.get("address", "")).strip())
            except AddingError as error:
                self.add_error("address", str(error))
        return data

    def _address(self, said: str) -> str:
        way, wire = self.chosen, self.wire
        if way == "push":
            return adding.PUSH
        if wire is not None and said == adding.shown(wire):
            # What it shows of a key is not what it is.
            return wire.address
        if way == "folder":
            return str(_folder(said))
        if said.partition("://")[0].lower() not in _SCHEMES[way]:
            begins = " or ".join(f"{scheme}://" for scheme in _SCHEMES[way])
            raise AddingError(
                "address", f"It must begin with {begins}, for example {_EXAMPLES[way]}."
            )
        return said

    def save(self) -> Added | None:
        """Set the wire up or change it; None when that cannot be, and the form then says why."""
        try:
            if self.wire is None:
                added = adding.add(self.paper, self._wanted({}))
            else:
                added = Added(adding.change(self.wire, self._wanted(self.wire.settings)))
        except AddingError as error:
            self.add_error(error.field if error.field in self.fields else None, str(error))
            return None
        return added

    def _wanted(self, had: dict[str, Any]) -> Wanted:
        data = self.cleaned_data
        return Wanted(
            address=data["address"],
            name=data["name"],
            agency=data["agency"],
            every=data["every"],
            silent_after=data["silent_after"],
            keep_days=data["keep_days"],
            private=data["private"],
            password=data["password"],
            password_file=str(had.get("password_file", "")),
            password_variable=str(had.get("password_variable", "")),
            headers=had.get("headers", {}),
        )


def way_of(wire: Wire) -> str:
    """How takes come over a wire, in the form's words."""
    if wire.kind in {Wire.Kind.MAILBOX, Wire.Kind.FOLDER, Wire.Kind.PUSH}:
        return str(wire.kind)
    return "files" if wire.address.partition("://")[0].lower() in _SCHEMES["files"] else "poll"


def _initial(wire: Wire) -> dict[str, Any]:
    return {
        "name": wire.name,
        "address": adding.shown(wire),
        "agency": wire.agency_id,
        "every": wire.every,
        "silent_after": wire.silent_after,
        "keep_days": wire.keep_days,
        "private": bool(wire.settings.get("private_network")),
    }


def _folder(said: str) -> Path:
    """A folder in the paper's own `wire/`: a screen must not reach the rest of the machine."""
    ours = (Path(settings.CONFIG.folder) / _FOLDERS).resolve()
    path = (ours.parent / said).resolve()
    if not said or path == ours or not path.is_relative_to(ours):
        raise AddingError(
            "address",
            f"Write a folder inside {_FOLDERS}/ of the paper's own folder, for example "
            f"{_FOLDERS}/ana. A folder elsewhere is added on the machine: broadsheet wires --add.",
        )
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AddingError("address", f"{path} cannot be made: {error.strerror}.") from error
    return path
