"""What every test stands on: a paper's folder of its own, a cast, and a way to write a story.

The cast: Edith edits, Sub reads copy, Rob reports, Mona moderates.
"""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.folder import FOLDER

# Playwright's event loop runs in the thread of a browser test; Django would refuse that thread
# its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

Writer = Callable[..., Any]
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def pytest_configure() -> None:
    """Passwords of the cast need not withstand anybody: the real hash costs 0.3 s each."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """On SQLite the test database is a file that begins as a new paper's does, so that a run does
    not spend fifteen seconds on migrations."""
    from django.conf import settings
    from django.db import connections

    from broadsheet.serve import schema

    if connections["default"].vendor == "sqlite":
        path = FOLDER / "test.sqlite3"
        schema.lay(path)
        settings.DATABASES["default"]["TEST"]["NAME"] = str(path)
        connections["default"].settings_dict["TEST"]["NAME"] = str(path)


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Keep what was laid; PostgreSQL's test database is made anew."""
    from django.db import connections

    return connections["default"].vendor == "sqlite"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing outside this machine is reached by a test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise AssertionError(f"a test reached for {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def _founded() -> Any:
    from broadsheet.paper.founding import found

    return found(
        "The Selby Clarion",
        motto="Printed where the river meets the sea",
        time_zone="Asia/Kolkata",
        sections=["World", "City"],
    )


@pytest.fixture
def paper(db: None) -> Any:
    """A paper in Kolkata's time with the sections World and City."""
    return _founded()


@pytest.fixture
def hire(paper: Any) -> Writer:
    """Give somebody an account and a role: `hire("Edith", "Editor")`."""
    from broadsheet.staff.models import User
    from broadsheet.staff.roles import give_role

    def _hire(name: str, role: str) -> User:
        email = f"{name.lower()}@example.org"
        user = User.objects.create_user(
            username=email, email=email, password="a long pass phrase", first_name=name
        )
        give_role(user, role)
        return user

    return _hire


@pytest.fixture
def edith(hire: Writer) -> Any:
    """Edith edits."""
    return hire("Edith", "Editor")


@pytest.fixture
def sub(hire: Writer) -> Any:
    """Sub reads copy and publishes."""
    return hire("Sub", "Sub-editor")


@pytest.fixture
def rob(hire: Writer) -> Any:
    """Rob reports; he cannot publish."""
    return hire("Rob", "Reporter")


@pytest.fixture
def mona(hire: Writer) -> Any:
    """Mona moderates replies."""
    return hire("Mona", "Moderator")


def write_story(paper: Any, headline: str = "A headline", **fields: Any) -> Any:
    """A story through the real path. `section` is its home, `sections` the others; `publish`
    (True) puts it on the paper."""
    from broadsheet.paper import publishing
    from broadsheet.paper.founding import add_section
    from broadsheet.paper.models import Story

    home = add_section(paper, fields.pop("section", "World"))
    publish, others = fields.pop("publish", True), list(fields.pop("sections", ()))
    many = {name: list(fields.pop(name, ())) for name in ("bylines", "topics")}
    user = fields.pop("user", None)
    fields.setdefault("body", [("paragraph", f"<p>{headline}: what happened.</p>")])
    story = Story(title=headline, paper=paper, home_section=home, live=False, owner=user, **fields)
    home.add_child(instance=story)
    story.sections.set(others)
    for name, rows in many.items():
        getattr(story, name).set(rows)
    story.save()
    if publish:
        publishing.publish(story, user=user)
    else:
        story.save_revision(user=user)
    return Story.objects.get(pk=story.pk)


@pytest.fixture
def write(paper: Any) -> Writer:
    """Write a story: `write(headline="...", section="World", publish=True)`."""

    def _write(**fields: Any) -> Any:
        return write_story(paper, **fields)

    return _write


def chromium() -> str:
    """Where Debian's browser is."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            return str(shutil.which(name))
    pytest.fail("No Chromium found: install Debian's package 'chromium' (make test does).")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for the run, with every call home switched off."""
    from playwright.sync_api import sync_playwright

    quiet = (
        "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync --disable-dev-shm-usage"
    )
    with sync_playwright() as play:
        engine = play.chromium.launch(executable_path=chromium(), args=quiet.split())
        yield engine
        engine.close()


@pytest.fixture
def desk(browser: Any) -> Iterator[Any]:
    """A page in a desk's window, 1440 by 900."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    """A page on a phone, 390 by 844."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    yield context.new_page()
    context.close()
