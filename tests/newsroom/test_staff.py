"""Inviting people, and what each may."""

from __future__ import annotations

import re
from typing import Any

from broadsheet.staff.models import SignInLink, User
from broadsheet.staff.roles import role_of
from tests.newsroom.conftest import SignIn


def test_a_reporter_is_invited_with_a_link_that_is_shown_once(at_desk: SignIn, edith: Any) -> None:
    desk = at_desk(edith)
    answer = desk.post(
        "/newsroom/staff/", {"name": "Rita Rao", "email": "Rita@Example.org", "role": "Reporter"}
    )
    rita = User.objects.get(email="rita@example.org")
    assert role_of(rita) == "Reporter"
    link = re.search(r"http://testserver/newsroom/enter/[\w-]+/", answer.content.decode())
    assert link is not None
    assert SignInLink.objects.filter(user=rita).count() == 1
    assert link[0] not in desk.get("/newsroom/staff/").content.decode()


def test_one_address_has_one_account(at_desk: SignIn, edith: Any, rob: Any) -> None:
    answer = at_desk(edith).post(
        "/newsroom/staff/", {"name": "Rob", "email": rob.email.upper(), "role": "Reporter"}
    )
    assert answer.status_code == 422
    assert "Somebody with this address" in answer.content.decode()


def test_a_role_is_changed_and_an_account_closed(at_desk: SignIn, edith: Any, rob: Any) -> None:
    desk = at_desk(edith)
    desk.post(f"/newsroom/staff/{rob.pk}/role/", {"role": "Sub-editor"})
    assert role_of(User.objects.get(pk=rob.pk)) == "Sub-editor"
    desk.post(f"/newsroom/staff/{rob.pk}/active/", {"active": "off"})
    assert not User.objects.get(pk=rob.pk).is_active


def test_the_last_editor_stays(at_desk: SignIn, edith: Any) -> None:
    desk = at_desk(edith)
    desk.post(f"/newsroom/staff/{edith.pk}/role/", {"role": "Reporter"})
    desk.post(f"/newsroom/staff/{edith.pk}/active/", {"active": "off"})
    edith.refresh_from_db()
    assert edith.is_active
    assert role_of(edith) == "Editor"


def test_a_closed_account_is_signed_out_at_once(at_desk: SignIn, edith: Any, rob: Any) -> None:
    robs = at_desk(rob)
    assert robs.get("/newsroom/").status_code == 200
    at_desk(edith).post(f"/newsroom/staff/{rob.pk}/active/", {"active": "off"})
    assert robs.get("/newsroom/").status_code == 302


def test_only_an_editor_runs_the_staff(at_desk: SignIn, sub: Any, rob: Any) -> None:
    assert at_desk(sub).get("/newsroom/staff/").status_code == 403
    answer = at_desk(rob).post(f"/newsroom/staff/{rob.pk}/role/", {"role": "Editor"})
    assert answer.status_code == 403
    assert role_of(User.objects.get(pk=rob.pk)) == "Reporter"


def test_somebody_signs_in_with_address_and_password(paper: Any, edith: Any, client: Any) -> None:
    answer = client.post(
        "/newsroom/login/",
        {"username": "edith@example.org", "password": "a long pass phrase", "next": "/newsroom/"},
    )
    assert answer["Location"] == "/newsroom/"
    assert edith.wagtail_userprofile.current_time_zone == "Asia/Kolkata"


def test_the_door_names_the_paper(paper: Any, client: Any) -> None:
    html = client.get("/newsroom/login/").content.decode()
    assert "The Selby Clarion" in html
