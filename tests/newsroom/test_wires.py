"""The wires' screens: how each stands, adding and changing one; and what could not be read."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.newsroom.wires import decide
from broadsheet.newsroom.wires.peek import MOST, as_text
from broadsheet.newsroom.wires.standing import in_words, standing
from broadsheet.paper.models import Copy
from broadsheet.wire import formats
from broadsheet.wire.coming import hubs
from broadsheet.wire.coming.noting import PINNED
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Agency, Delivery, Take, Wire
from tests.newsroom.conftest import SignIn
from tests.paper.from_wire.conftest import ninjs

URL = "/newsroom/wires/"
HELD = "/newsroom/quarantine/"
FORM = {
    "way": "poll", "name": "Harbour", "address": "https://news.example/feed.xml", "password": "",
    "agency": "", "every": "120", "silent_after": "60", "keep_days": "0",
}  # fmt: skip


@pytest.fixture
def wire(paper: Any) -> Wire:
    """A feed that Ann's agency prints."""
    made: Wire = Wire.objects.create(
        paper=paper, name="Harbour", slug="harbour", kind="poll",
        address="https://news.example/feed?apikey=sesame42",
    )  # fmt: skip
    return made


@pytest.fixture
def unread(paper: Any, wire: Wire) -> Delivery:
    """Something that no format knows."""
    delivery = keep(b"\x00\x01<script>alert(1)</script>\x1b", paper, wire=wire, name="odd").delivery
    assert delivery is not None
    return delivery


def body(answer: Any) -> str:
    """What a screen says."""
    return str(answer.content.decode())


def test_a_screen_without_a_wire_says_how_to_begin(at_desk: SignIn, edith: Any) -> None:
    answer = at_desk(edith).get(URL)
    assert "No wire yet" in body(answer)
    assert f"{URL}add/" in body(answer)


def test_only_editors_see_the_wires_and_whoever_writes_the_quarantine(
    at_desk: SignIn, edith: Any, sub: Any, rob: Any, mona: Any
) -> None:
    for person, wires, held in (
        (edith, 200, 200), (sub, 403, 200), (rob, 403, 200), (mona, 403, 403),
    ):  # fmt: skip
        assert at_desk(person).get(URL).status_code == wires
        assert at_desk(person).get(HELD).status_code == held


def test_how_a_wire_stands_is_on_the_page_and_no_key_is(
    at_desk: SignIn, edith: Any, paper: Any, wire: Wire
) -> None:
    keep(ninjs(), paper, wire=wire)
    said = "https://news.example/feed?apikey=sesame42 leads to https://b.example/?key=sesame42"
    Wire.objects.update(error=said, lag=90.0, next_poll=timezone.now())
    page = body(at_desk(edith).get(URL))
    assert "in trouble" in page
    assert "https://news.example/feed?apikey=… leads to https://b.example/?key=…" in page
    assert "sesame42" not in page
    assert "sesame42" not in body(at_desk(edith).get(f"{URL}{wire.pk}/"))
    assert "2 min" in page
    assert "<dt>Takes in 24 hours</dt><dd>1</dd>" in page


STATES = [
    ({"working": False, "error": "no"}, "off"),
    ({"error": "no"}, "trouble"),
    ({"silent_after": 10, "last_take": 11}, "silent"),
    ({"silent_after": 10, "last_take": 9}, "well"),
    ({}, "new"),
]


@pytest.mark.parametrize(("fields", "state"), STATES)
def test_a_wire_has_one_state(wire: Wire, fields: dict[str, Any], state: str) -> None:
    if "last_take" in fields:
        at = timezone.now() - timedelta(minutes=fields["last_take"])
        fields = {**fields, "last_take": at}
    for name, value in fields.items():
        setattr(wire, name, value)
    assert standing(wire).state == state


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-3, "0 s"), (40, "40 s"), (700, "12 min"), (10800, "3 h"), (172800, "2 days")],
)
def test_spans_are_said_roughly(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_a_page_of_many_wires_asks_no_more_questions_than_one_of_few(
    at_desk: SignIn, edith: Any, paper: Any, wire: Wire
) -> None:
    client = at_desk(edith)
    client.get(URL)
    with CaptureQueriesContext(connection) as few:
        client.get(URL)
    for number in range(30):
        Wire.objects.create(paper=paper, name=f"W{number}", slug=f"w{number}", kind="poll")
    with CaptureQueriesContext(connection) as many:
        client.get(URL)
    assert len(many) == len(few)


def test_a_feed_is_added(at_desk: SignIn, edith: Any, paper: Any) -> None:
    agency = Agency.objects.create(paper=paper, name="SNA", slug="sna")
    answer = at_desk(edith).post(f"{URL}add/", {**FORM, "agency": agency.pk})
    assert answer.status_code == 302
    wire = Wire.objects.get()
    assert (wire.name, wire.kind, wire.every, wire.silent_after, wire.agency) == (
        "Harbour", "poll", 120, 60, agency,
    )  # fmt: skip
    assert wire.settings == {}


WRONG = [
    ({"address": "news.example"}, "It must begin with https:// or http://"),
    ({"address": ""}, "It must begin with https://"),
    ({"address": "https://a:b@news.example/"}, "Leave the password out"),
    ({"way": "mailbox"}, "It must begin with imaps://"),
    ({"way": "folder", "address": "/etc"}, "inside wire/"),
    ({"way": "folder", "address": "wire/../data"}, "inside wire/"),
    ({"way": "folder", "address": "wire"}, "inside wire/"),
    ({"way": "push", "name": ""}, "What is the wire called?"),
    ({"every": "1"}, "Ask every 10 seconds at most"),
]


@pytest.mark.parametrize(("fields", "words"), WRONG)
def test_a_form_that_is_wrong_comes_back_and_says_what_to_do(
    at_desk: SignIn, edith: Any, paper: Any, fields: dict[str, str], words: str
) -> None:
    answer = at_desk(edith).post(f"{URL}add/", {**FORM, **fields})
    assert answer.status_code == 422
    assert words in body(answer)
    assert not Wire.objects.exists()


def test_a_folder_lies_in_the_papers_own(at_desk: SignIn, edith: Any, paper: Any) -> None:
    at_desk(edith).post(f"{URL}add/", {**FORM, "way": "folder", "address": "wire/ana"})
    path = Path(Wire.objects.get().address)
    assert path == Path(settings.CONFIG.folder).resolve() / "wire" / "ana"
    assert path.is_dir()


def test_a_token_is_shown_once(at_desk: SignIn, edith: Any, paper: Any) -> None:
    client = at_desk(edith)
    answer = client.post(f"{URL}add/", {**FORM, "way": "push"})
    assert answer.status_code == 200
    wire = Wire.objects.get()
    assert "/wire/harbour/" in body(answer)
    token = body(answer).partition('id="token">')[2].partition("<")[0]
    assert hashlib.sha256(token.encode()).hexdigest() == wire.settings["token_hash"]
    page = body(client.get(f"{URL}{wire.pk}/"))
    assert token not in page
    assert wire.settings["token_hash"] not in page
    again = client.post(f"{URL}{wire.pk}/token/")
    new = body(again).partition('id="token">')[2].partition("<")[0]
    assert new not in {"", token}
    wire.refresh_from_db()
    assert hashlib.sha256(new.encode()).hexdigest() == wire.settings["token_hash"]


def test_a_mailboxs_password_is_kept_and_never_shown(
    at_desk: SignIn, edith: Any, paper: Any
) -> None:
    client = at_desk(edith)
    fields = {
        **FORM, "way": "mailbox", "address": "imaps://ann@mail.example/INBOX",
        "password": " open sesame ",
    }  # fmt: skip
    client.post(f"{URL}add/", fields)
    wire = Wire.objects.get()
    kept = Path(wire.settings["password_file"])
    assert kept.read_text() == " open sesame "
    assert "open sesame" not in body(client.get(f"{URL}{wire.pk}/"))
    client.post(f"{URL}{wire.pk}/", {**fields, "password": "", "name": "Mail"})
    wire.refresh_from_db()
    assert wire.name == "Mail"
    assert wire.settings["password_file"] == str(kept)


def test_what_is_masked_on_the_form_stays_when_it_is_saved(
    at_desk: SignIn, edith: Any, wire: Wire
) -> None:
    fields = {**FORM, "address": "https://news.example/feed?apikey=…", "private": "on"}
    assert at_desk(edith).post(f"{URL}{wire.pk}/", fields).status_code == 302
    wire.refresh_from_db()
    assert wire.address == "https://news.example/feed?apikey=sesame42"
    assert wire.settings == {"private_network": True}


def test_a_wire_is_asked_switched_and_removed(
    at_desk: SignIn, edith: Any, paper: Any, wire: Wire
) -> None:
    keep(ninjs(), paper, wire=wire)
    client, url = at_desk(edith), f"{URL}{wire.pk}/act/"
    Wire.objects.update(next_poll=timezone.now() + timedelta(hours=5))
    client.post(url, {"action": "ask"})
    wire.refresh_from_db()
    assert wire.next_poll is not None
    assert wire.next_poll <= timezone.now()
    client.post(url, {"action": "off"})
    wire.refresh_from_db()
    assert not wire.working
    client.post(url, {"action": "on"})
    wire.refresh_from_db()
    assert wire.working
    client.post(url, {"action": "remove"})
    assert Wire.objects.exists()
    client.post(url, {"action": "remove", "sure": "yes"})
    assert not Wire.objects.exists()
    assert Take.objects.count() == 1


def test_a_server_s_key_is_shown_and_another_is_accepted_on_an_editors_word(
    at_desk: SignIn, edith: Any, wire: Wire
) -> None:
    Wire.objects.update(address="sftp://ann@files.example/out", remembered={PINNED: "SHA256:one"})
    client = at_desk(edith)
    assert "SHA256:one" in body(client.get(f"{URL}{wire.pk}/"))
    client.post(f"{URL}{wire.pk}/act/", {"action": "new-key"})
    wire.refresh_from_db()
    assert wire.remembered == {}


def test_how_it_stands_with_a_hub_is_said_and_no_secret_is(
    at_desk: SignIn, edith: Any, paper: Any, wire: Wire
) -> None:
    later = timezone.now() + timedelta(days=3)
    kept = hubs.Subscription(
        "https://hub.example/", wire.address, "unguessed", "open sesame", until=later.isoformat()
    )
    assert hubs.remember(wire, kept)
    page = body(at_desk(edith).get(URL))
    assert "tells us what is new until" in page
    assert "open sesame" not in page
    assert "unguessed" not in page


def test_nobody_but_an_editor_changes_a_wire(at_desk: SignIn, sub: Any, wire: Wire) -> None:
    client = at_desk(sub)
    for path, said in (("act/", {"action": "off"}), ("token/", {}), ("", FORM)):
        assert client.post(f"{URL}{wire.pk}/{path}", said).status_code == 403
    assert client.post(f"{URL}add/", FORM).status_code == 403
    wire.refresh_from_db()
    assert wire.working
    assert Wire.objects.count() == 1


def test_the_menu_and_today_count_what_could_not_be_read(
    at_desk: SignIn, rob: Any, mona: Any, paper: Any, wire: Wire
) -> None:
    client = at_desk(rob)
    assert "Quarantine" not in body(client.get("/newsroom/"))
    keep(b"\x00\x01\x02 nothing", paper, wire=wire)
    page = body(client.get("/newsroom/"))
    assert "Quarantine (1)" in page
    assert "1 delivery from the wires could not be read" in page
    assert "could not be read" not in body(at_desk(mona).get("/newsroom/"))


def test_what_could_not_be_read_is_shown_as_letters_and_runs_nothing(
    at_desk: SignIn, rob: Any, unread: Delivery
) -> None:
    client = at_desk(rob)
    assert unread.reason in body(client.get(HELD))
    page = body(client.get(f"{HELD}{unread.pk}/"))
    assert "␀␁&lt;script&gt;alert(1)&lt;/script&gt;␛" in page
    assert "<script>alert" not in page
    assert "Harbour" in page


def test_it_is_saved_whole_and_never_shown_by_a_browser(
    at_desk: SignIn, rob: Any, paper: Any
) -> None:
    data = b"\x00\x01" + bytes(range(256)) * 100
    delivery = keep(data, paper, name="https://news.example/a/../b c.html?key=s").delivery
    assert delivery is not None
    answer = at_desk(rob).get(f"{HELD}{delivery.pk}/whole/")
    assert answer.content == data
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="b-c.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"


TEXTS = [
    (b"plain\r\ntext\tand tab", "plain\ntext\tand tab"),
    ("café".encode()[:-1] + b"\xc3", "cafÃÃ"),
    ("café".encode()[:-1], "caf"),
    ("café".encode("latin-1") + b" x", "café x"),
    ("été".encode("utf-16"), "\ufeffété"),
    (b"a\x07b\x7f", "a␇b␡"),
    ("a\u202eb".encode(), "a‹U+202E›b"),
]


@pytest.mark.parametrize(("data", "text"), TEXTS)
def test_bytes_are_shown_as_letters(data: bytes, text: str) -> None:
    assert as_text(data) == text


def test_no_more_than_the_beginning_is_unpacked(at_desk: SignIn, rob: Any, paper: Any) -> None:
    delivery = keep(b"\x00" + b"z" * 2_000_000, paper).delivery
    assert delivery is not None
    page = body(at_desk(rob).get(f"{HELD}{delivery.pk}/"))
    assert page.count("z" * (MOST - 1)) == 1
    assert "z" * MOST not in page
    assert "Its first 4 KB" in page


def test_it_is_tried_again_after_an_upgrade(
    at_desk: SignIn, rob: Any, paper: Any, unread: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, url = at_desk(rob), f"{HELD}{unread.pk}/decide/"
    assert "still cannot be read" in body(client.post(url, {"action": "retry"}, follow=True))
    read = formats.items
    monkeypatch.setattr(formats, "items", lambda data, name="": read(ninjs()))
    assert "1 take in it" in body(client.post(url, {"action": "retry"}, follow=True))
    assert Take.objects.get().delivery == unread
    assert "everything that came could be read" in body(client.get(HELD))


def test_all_are_tried_again_for_some_seconds(
    at_desk: SignIn, rob: Any, paper: Any, unread: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(b"\x00 another", paper)
    client = at_desk(rob)
    page = body(client.post(f"{HELD}retry/", follow=True))
    assert "0 of 2 can be read now." in page
    monkeypatch.setattr(decide, "BUDGET", -1.0)
    assert "2 more were not tried yet" in body(client.post(f"{HELD}retry/", follow=True))


def test_it_is_set_aside_and_that_is_taken_back(
    at_desk: SignIn, rob: Any, unread: Delivery
) -> None:
    client, url = at_desk(rob), f"{HELD}{unread.pk}/decide/"
    page = body(client.post(url, {"action": "aside"}, follow=True))
    assert "Undo" in page
    unread.refresh_from_db()
    assert unread.state == Delivery.State.SET_ASIDE
    assert f"{HELD}{unread.pk}/" in body(client.get(f"{HELD}?state=set-aside"))
    client.post(url, {"action": "back"})
    unread.refresh_from_db()
    assert unread.state == Delivery.State.QUARANTINED


def test_it_becomes_copy_on_the_paste_desk(
    at_desk: SignIn, rob: Any, paper: Any, copy_text: str
) -> None:
    delivery = keep(copy_text.encode(), paper, name="ferry.txt").delivery
    assert delivery is not None
    Delivery.objects.update(state=Delivery.State.QUARANTINED, reason="it was odd")
    answer = at_desk(rob).post(f"{HELD}{delivery.pk}/decide/", {"action": "copy"})
    copy = Copy.objects.get()
    assert answer.headers["Location"] == f"/newsroom/paste/{copy.pk}/"
    assert (copy.text, copy.name, copy.by) == (copy_text, "ferry.txt", rob)
    delivery.refresh_from_db()
    assert delivery.state == Delivery.State.SET_ASIDE


def test_what_is_no_text_becomes_no_copy(at_desk: SignIn, rob: Any, paper: Any) -> None:
    delivery = keep(b"%PDF-1.7\x00\x01\x02", paper).delivery
    assert delivery is not None
    url = f"{HELD}{delivery.pk}/decide/"
    assert "does not become copy" in body(at_desk(rob).post(url, {"action": "copy"}, follow=True))
    delivery.refresh_from_db()
    assert delivery.state == Delivery.State.QUARANTINED


def test_what_was_read_is_not_in_quarantine(at_desk: SignIn, rob: Any, paper: Any) -> None:
    delivery = keep(ninjs(), paper).delivery
    assert delivery is not None
    assert at_desk(rob).get(f"{HELD}{delivery.pk}/").status_code == 404
    assert at_desk(rob).get(f"{HELD}{delivery.pk}/whole/").status_code == 404
