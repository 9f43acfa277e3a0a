"""Setting a wire up, changing it, removing it; what of its address is shown."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from broadsheet.wire.coming import adding
from broadsheet.wire.coming.adding import AddingError, Wanted
from broadsheet.wire.coming.addresses import masked
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Take, Wire
from tests.wire.test_keeping import take

KINDS = [
    ("https://news.example/feed.xml", "poll", "news.example"),
    ("http://news.example:8080/feed?format=rss", "poll", "news.example"),
    ("sftp://ann@files.example/out", "poll", "files.example"),
    ("ftps://files.example/", "poll", "files.example"),
    ("imaps://ann@mail.example/INBOX", "mailbox", "mail.example"),
    ("/srv/wire/ana", "folder", "ana"),
]


@pytest.mark.parametrize(("address", "kind", "name"), KINDS)
def test_an_address_says_how_takes_come(paper: Any, address: str, kind: str, name: str) -> None:
    wire = adding.add(paper, Wanted(address)).wire
    assert (wire.kind, wire.name, wire.address) == (kind, name, address)
    assert wire.working


REFUSED = [
    ("gopher://news.example/", "gopher:// cannot be asked"),
    ("imap://ann@mail.example/", "write imaps://"),
    ("imaps://mail.example/INBOX", "whose mailbox"),
    ("https://ann:pass@news.example/", "Leave the password out"),
    ("https://", "names no server"),
    ("https://news.example:port/", "is no address"),
    ("news.example/feed", "neither a web address"),
    ("", "neither a web address"),
    (__file__, "is a file"),
    ("https://news.example/" + "a" * 1000, "longer than"),
]


@pytest.mark.parametrize(("address", "words"), REFUSED)
def test_an_address_that_cannot_be_asked_is_refused_with_what_to_do(
    paper: Any, address: str, words: str
) -> None:
    with pytest.raises(AddingError, match=words) as refused:
        adding.add(paper, Wanted(address))
    assert refused.value.field == "address"
    assert not Wire.objects.exists()


def test_two_wires_of_one_name_are_refused(paper: Any) -> None:
    adding.add(paper, Wanted("https://news.example/a", name="Ann"))
    with pytest.raises(AddingError, match="“ann” already"):
        adding.add(paper, Wanted("https://news.example/b", name="ann"))


def test_a_wire_that_takes_are_sent_to_gets_a_token_of_which_only_a_hash_is_kept(
    paper: Any,
) -> None:
    added = adding.add(paper, Wanted("push", name="Ann"))
    wire = Wire.objects.get()
    assert wire.settings == {"token_hash": hashlib.sha256(added.token.encode()).hexdigest()}
    assert adding.shown(wire) == "/wire/ann/"
    token = adding.new_token(wire)
    assert token != added.token
    wire.refresh_from_db()
    assert wire.settings["token_hash"] == hashlib.sha256(token.encode()).hexdigest()


def test_a_push_wire_needs_a_name(paper: Any) -> None:
    with pytest.raises(AddingError, match="What is the wire called") as refused:
        adding.add(paper, Wanted("push"))
    assert refused.value.field == "name"


def test_a_changed_address_is_asked_anew_and_a_changed_name_is_not(paper: Any) -> None:
    wire = adding.add(paper, Wanted("https://news.example/a", name="Ann", headers={"X": "1"})).wire
    later = timezone.now()
    Wire.objects.update(remembered={"etag": "1"}, error="no", failures=3, next_poll=later)
    renamed = adding.change(wire, Wanted("https://news.example/a", name="Anna", private=True))
    assert renamed.settings == {"private_network": True}
    assert (renamed.name, renamed.slug, renamed.remembered) == ("Anna", "ann", {"etag": "1"})
    assert renamed.next_poll == later
    moved = adding.change(wire, Wanted("https://news.example/b", name="Anna"))
    assert (moved.remembered, moved.error, moved.failures, moved.next_poll) == ({}, "", 0, None)


def test_what_is_not_set_on_the_screen_stays_when_a_wire_is_changed(paper: Any) -> None:
    wire = adding.add(paper, Wanted("push", name="Ann")).wire
    changed = adding.change(wire, Wanted("push", name="Ann", silent_after=30))
    assert changed.settings["token_hash"] == wire.settings["token_hash"]
    assert changed.silent_after == 30


def test_a_wire_that_is_asked_does_not_become_one_that_takes_are_sent_to(paper: Any) -> None:
    wire = adding.add(paper, Wanted("https://news.example/a")).wire
    with pytest.raises(AddingError, match="add another"):
        adding.change(wire, Wanted("push"))


def test_a_password_lies_in_a_file_for_the_paper_alone_and_goes_with_its_wire(paper: Any) -> None:
    path = Path(adding.put_password("ann/../b", "sesame"))
    assert path.parent == settings.CONFIG.data / "wires"
    assert path.read_text() == "sesame"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    wanted = Wanted("imaps://ann@mail.example/INBOX", password="open")
    wire = adding.add(paper, wanted).wire
    kept = Path(wire.settings["password_file"])
    assert kept.read_text() == "open"
    changed = adding.change(wire, Wanted(wire.address, name=wire.name, password="closed"))
    assert not kept.exists()
    kept = Path(changed.settings["password_file"])
    assert kept.read_text() == "closed"
    adding.remove(changed)
    assert not kept.exists()
    assert "closed" not in repr(Wanted("push", password="closed"))


def test_an_owners_own_password_file_stays(paper: Any, tmp_path: Path) -> None:
    path = tmp_path / "mine.password"
    path.write_text("sesame")
    wanted = Wanted("imaps://ann@mail.example/INBOX", password_file=str(path))
    adding.remove(adding.add(paper, wanted).wire)
    assert path.exists()


def test_takes_stay_when_their_wire_goes(paper: Any) -> None:
    wire = adding.add(paper, Wanted("https://news.example/a")).wire
    keep(take(), paper, wire=wire)
    adding.remove(wire)
    assert Take.objects.get().wire is None


SHOWN = [
    ("https://news.example/feed?format=rss&page=2", "https://news.example/feed?format=rss&page=2"),
    ("https://news.example/feed?apikey=abc", "https://news.example/feed?apikey=…"),
    ("https://news.example/f?id=Zx81kQm92LpWv0Tt4Rb7", "https://news.example/f?id=…"),
    ("https://news.example/0f8fad5b-d9cb-469f-a165-70867728950e/x", "https://news.example/…/x"),
    ("https://news.example/top-stories-of-2026-in-europe", None),
    ("https://news.example/f?a=1#t", "https://news.example/f?a=1"),
    ("imaps://ann@mail.example/INBOX", None),
    ("/srv/wire/ana", None),
]


@pytest.mark.parametrize(("address", "words"), SHOWN)
def test_what_looks_like_a_key_is_not_shown(address: str, words: str | None) -> None:
    assert masked(address) == (words or address)
