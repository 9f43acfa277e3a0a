"""Takes that are sent to us: who may, what is answered, and when."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import HttpRequest
from django.test import Client

from broadsheet.wire.coming import adding
from broadsheet.wire.coming.adding import Wanted
from broadsheet.wire.models import Delivery, Take, Wire
from broadsheet.wire.web import answers, bodies, push
from tests.wire.test_keeping import OTHER, take, text


class Ann:
    """The agency, with its wire's address and token."""

    def __init__(self, paper: Any) -> None:
        added = adding.add(paper, Wanted("push", name="Ann"))
        self.wire, self.token = added.wire, added.token
        self.client = Client(enforce_csrf_checks=True)

    def send(self, data: Any, **more: Any) -> Any:
        """Send bytes with the token, unless `token` says another."""
        token = more.pop("token", self.token)
        kind = more.pop("content_type", "application/json")
        headers = more.pop("headers", {"Authorization": f"Bearer {token}"})
        where = more.pop("where", "/wire/ann/")
        return self.client.post(where, data, content_type=kind, headers=headers, **more)


@pytest.fixture
def ann(paper: Any) -> Ann:
    """Ann sends takes."""
    return Ann(paper)


def test_a_take_that_is_sent_is_kept_and_what_became_of_it_is_answered(ann: Ann) -> None:
    answer = ann.send(take())
    assert (answer.status_code, answer.json()) == (
        200, {"kept": 1, "known": 0, "quarantine": None},
    )  # fmt: skip
    assert Take.objects.get().wire == ann.wire
    assert ann.send(take()).json() == {"kept": 0, "known": 1, "quarantine": None}
    ann.wire.refresh_from_db()
    assert ann.wire.last_take is not None
    assert ann.wire.lag is not None


def test_the_answer_is_kept_by_nobody_and_sets_no_cookie(ann: Ann) -> None:
    answer = ann.send(take())
    assert answer["Cache-Control"] == "no-store"
    assert answer.cookies == {}


def test_the_token_may_stand_in_a_header_of_its_own(ann: Ann) -> None:
    assert ann.send(take(), headers={"X-Wire-Token": ann.token}).status_code == 200


@pytest.mark.parametrize("token", ["", "wrong", "ä"])
def test_who_does_not_know_the_token_is_refused_before_anything_is_read(
    ann: Ann, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(push, "files_of", None)
    answer = ann.send(take(), headers={"X-Wire-Token": token})
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["status"] == 401
    assert not Delivery.objects.exists()


def test_a_wire_that_is_not_there_answers_as_one_with_another_token(ann: Ann) -> None:
    wrong = ann.send(take(), token="wrong").json()
    assert ann.send(take(), where="/wire/nobody/").json() == wrong


def test_a_wire_that_is_asked_takes_nothing_that_is_sent(ann: Ann) -> None:
    Wire.objects.update(kind="poll")
    assert ann.send(take()).status_code == 401


def test_several_files_in_one_form_are_kept_each(ann: Ann) -> None:
    files = [
        SimpleUploadedFile("one.json", take()),
        SimpleUploadedFile("two.json", take("urn:sna:2", **text(OTHER))),
    ]
    headers = {"Authorization": f"Bearer {ann.token}"}
    answer = ann.client.post("/wire/ann/", {"file": files, "note": "x"}, headers=headers)
    assert answer.json() == {"kept": 2, "known": 0, "quarantine": None}
    assert {one.name for one in Delivery.objects.all()} == {"one.json", "two.json"}


def test_what_cannot_be_read_is_received_all_the_same_and_said(ann: Ann) -> None:
    answer = ann.send(b'{"uri": ')
    assert answer.status_code == 200
    assert answer.json()["quarantine"]
    ann.wire.refresh_from_db()
    assert "lies in quarantine" in ann.wire.error
    ann.send(take())
    ann.wire.refresh_from_db()
    assert ann.wire.error == ""


def test_too_much_is_refused(ann: Ann, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "MOST_BYTES", 100)
    answer = ann.send(take())
    assert answer.status_code == 413
    assert "100 bytes" in answer.json()["detail"]


def test_a_body_without_a_length_or_with_nothing_in_it_is_refused(ann: Ann) -> None:
    assert ann.send(b"").status_code == 400
    assert ann.send(b"  \n").status_code == 400
    assert ann.send(take(), CONTENT_LENGTH="", HTTP_TRANSFER_ENCODING="chunked").status_code == 411


def test_a_body_that_breaks_off_is_refused(ann: Ann) -> None:
    class Short(HttpRequest):
        def read(self, size: int | None = -1, /) -> bytes:
            return b"half"

    with pytest.raises(bodies.BodyError, match="broke off after 4 of 100 bytes"):
        bodies.body_of(Short(), 100)


def test_when_the_database_is_away_it_must_be_sent_again(
    ann: Ann, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*words: Any, **more: Any) -> Any:
        raise OperationalError("database is locked")

    monkeypatch.setattr(push, "keep", away)
    answer = ann.send(take())
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert answer.json()["title"] == "Service Unavailable"


def test_a_wire_that_is_switched_off_asks_for_later(ann: Ann) -> None:
    adding.switch(ann.wire, on=False)
    answer = ann.send(take())
    assert (answer.status_code, answer["Retry-After"]) == (503, "600")
    assert not Delivery.objects.exists()


def test_it_is_not_for_reading(ann: Ann) -> None:
    answer = ann.client.get("/wire/ann/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")


def test_the_answer_comes_only_when_the_take_is_committed(
    ann: Ann, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def answered(said: dict[str, Any]) -> Any:
        seen.append(Take.objects.count())
        return answers.done({"seen": seen})

    monkeypatch.setattr(push, "done", answered)
    ann.send(take())
    assert seen == [1]
