"""The small things in front of Django: the newsroom's door, healthz, the pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection

from broadsheet.serve import healthz
from broadsheet.serve.door import Door
from broadsheet.serve.healthz import Health, Healthz
from broadsheet.serve.media import Pictures


class Inside:
    """What stands behind; remembers who came through."""

    def __init__(self) -> None:
        self.seen: dict[str, Any] = {}

    def __call__(self, environ: Any, start_response: Any) -> list[bytes]:
        self.seen = dict(environ)
        start_response("200 OK", [])
        return [b"inside"]


def ask(application: Any, path: str = "/", **extra: str) -> tuple[str, bytes, dict[str, str]]:
    got: list[Any] = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, **extra}
    body = application(environ, lambda status, headers: got.extend([status, dict(headers)]))
    content = b"".join(body)
    close = getattr(body, "close", None)
    if close:
        close()
    return got[0], content, got[1]


@pytest.mark.parametrize(
    ("token", "shown"), [("secret", ""), ("secret", "guess"), ("", ""), ("secret", "sécret")]
)
def test_the_door_stays_shut_without_the_token(token: str, shown: str) -> None:
    inside = Inside()
    status, words, _ = ask(Door(inside, token), HTTP_X_BROADSHEET_DOOR=shown)
    assert status == "403 Forbidden"
    assert b"/newsroom/" in words
    assert inside.seen == {}


def test_the_door_believes_the_front_and_hides_the_token() -> None:
    inside = Inside()
    ask(
        Door(inside, "secret"),
        HTTP_X_BROADSHEET_DOOR="secret",
        HTTP_X_FORWARDED_FOR="203.0.113.9",
        HTTP_X_FORWARDED_PROTO="https",
        REMOTE_ADDR="127.0.0.1",
    )
    assert (inside.seen["REMOTE_ADDR"], inside.seen["wsgi.url_scheme"]) == ("203.0.113.9", "https")
    assert "secret" not in inside.seen.values()


@pytest.mark.django_db
def test_healthz_is_ok_when_the_database_answers() -> None:
    status, words, headers = ask(Healthz(Inside()), "/healthz")
    assert (status, words) == ("200 OK", b"ok\n")
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Type"].startswith("text/plain")


@pytest.mark.django_db
def test_healthz_says_that_the_database_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError("no")

    monkeypatch.setattr(connection, "cursor", away)
    status, words, _ = ask(Healthz(Inside()), "/healthz")
    assert (status, words) == ("503 Service Unavailable", b"the database cannot be reached\n")


@pytest.mark.django_db
def test_healthz_says_that_migrations_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(healthz, "pending_migrations", lambda: ["broadsheet_press.0009_new"])
    health = Health()
    assert "migrations wait" in health.problem()
    monkeypatch.setattr(healthz, "pending_migrations", list)
    assert health.problem() == ""


def test_every_other_address_goes_on() -> None:
    assert ask(Healthz(Inside(), lambda: "ill"), "/healthz/")[1] == b"inside"


@pytest.fixture
def pictures(tmp_path: Path) -> Pictures:
    (tmp_path / "media" / "images").mkdir(parents=True)
    (tmp_path / "media" / "images" / "a.png").write_bytes(b"\x89PNG")
    (tmp_path / "media" / "page.html").write_text("<script>")
    (tmp_path / "secret.png").write_text("secret")
    return Pictures(Inside(), tmp_path / "media")


def test_a_picture_is_sent_from_its_folder(pictures: Pictures) -> None:
    status, body, headers = ask(pictures, "/media/images/a.png")
    assert (status, body) == ("200 OK", b"\x89PNG")
    assert headers["Content-Type"] == "image/png"
    assert headers["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.parametrize(
    "path",
    [
        "/media/page.html",
        "/media/images/",
        "/media/images/b.png",
        "/media/../secret.png",
        "/media//secret.png",
        "/media/images/../../secret.png",
        "/elsewhere/a.png",
    ],
)
def test_nothing_else_is(pictures: Pictures, path: str) -> None:
    assert ask(pictures, path)[1] == b"inside"


def test_a_picture_that_came_after_the_start_is_sent(pictures: Pictures, tmp_path: Path) -> None:
    (tmp_path / "media" / "images" / "new.webp").write_bytes(b"RIFF")
    assert ask(pictures, "/media/images/new.webp")[1] == b"RIFF"
