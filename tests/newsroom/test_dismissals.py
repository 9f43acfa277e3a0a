"""A remark that somebody dismisses stays dismissed, on the desk of a copy and of a story."""

from __future__ import annotations

import re
from typing import Any

import pytest

from broadsheet.newsroom.remarks import in_order
from broadsheet.paper.filing import file_copy
from broadsheet.paper.models import Dismissal, Story
from broadsheet.paper.prepared import prepare
from tests.newsroom.conftest import SignIn
from tests.newsroom.test_paste import decisions, paste

TWICE = "The crew of eleven will will sail again on Friday."
COPY = f"World\n\nFerry returns to the quay\n\nThe night ferry came back on Monday.\n\n{TWICE}\n"


def place_of(paper: Any, text: str, check: str) -> int:
    """Which number the buttons of the first such remark send."""
    found = in_order(prepare(paper, text).reading)
    return next(n for n, finding in enumerate(found, 1) if finding.check == check)


def buttons(html: str) -> list[str]:
    """What the buttons of remarks would send."""
    return re.findall(r'value="((?:un)?dismiss-\d+)"', html)


@pytest.fixture
def slipped(paper: Any, rob: Any) -> Story:
    """Rob's draft, with a word twice."""
    return file_copy(paper, COPY, section="World", user=rob).story


def test_a_remark_is_dismissed_and_what_was_decided_stays(
    at_desk: SignIn, paper: Any, edith: Any
) -> None:
    desk, place = at_desk(edith), place_of(paper, COPY, "doubled-word")
    address = paste(desk, COPY)
    data = decisions(COPY, action=f"dismiss-{place}", headline="My own words")
    html = desk.post(address, data).content.decode()
    assert "My own words" in html
    assert f"dismiss-{place}" not in buttons(html)
    assert f"undismiss-{place}" in buttons(html)
    row = Dismissal.objects.get()
    assert (row.rule, row.by, row.words) == ("doubled-word", edith, TWICE)


def test_it_stays_dismissed_when_the_sentence_moves_and_comes_back_when_it_changes(
    at_desk: SignIn, paper: Any, edith: Any
) -> None:
    desk, place = at_desk(edith), place_of(paper, COPY, "doubled-word")
    address = paste(desk, COPY)
    desk.post(address, decisions(COPY, action=f"dismiss-{place}"))
    moved = COPY.replace("The night ferry", "Rain fell on the quay.\n\nThe night ferry")
    html = desk.get(paste(desk, moved)).content.decode()
    assert "1 dismissed" in html
    changed = moved.replace("eleven", "twelve")
    assert "dismissed" not in desk.get(paste(desk, changed)).content.decode()


def test_a_dismissal_is_undone(at_desk: SignIn, paper: Any, edith: Any) -> None:
    desk, place = at_desk(edith), place_of(paper, COPY, "doubled-word")
    address = paste(desk, COPY)
    desk.post(address, decisions(COPY, action=f"dismiss-{place}"))
    html = desk.post(address, decisions(COPY, action=f"undismiss-{place}")).content.decode()
    assert f"dismiss-{place}" in buttons(html)
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("place", ["0", "99", "x", "-1", "٣", ""])
def test_a_remark_that_is_not_there_is_answered_with_words(
    at_desk: SignIn, edith: Any, paper: Any, place: str
) -> None:
    desk = at_desk(edith)
    answer = desk.post(paste(desk, COPY), decisions(COPY, action=f"dismiss-{place}"))
    assert "no longer there" in answer.content.decode()
    assert not Dismissal.objects.exists()


def test_the_enter_key_dismisses_nothing(at_desk: SignIn, edith: Any, paper: Any) -> None:
    desk = at_desk(edith)
    html = desk.get(paste(desk, COPY)).content.decode()
    form = html[html.index('<form method="post" class="paste"') :]
    first = re.search(r"<button[^>]*>", form)
    assert first is not None
    assert 'value="read"' in first[0]


def test_the_desk_of_a_story_shows_remarks_and_takes_them_back(
    at_desk: SignIn, rob: Any, slipped: Story
) -> None:
    desk, address = at_desk(rob), f"/newsroom/stories/{slipped.pk}/"
    before = buttons(desk.get(address).content.decode())
    action = before[0]
    data = {"action": action, "revision": str(slipped.latest_revision_id or "")}
    answer = desk.post(f"{address}remarks/", data)
    assert answer["Location"] == f"{address}#remarks"
    assert sorted(buttons(desk.get(address).content.decode())) == sorted(
        [*before[1:], f"un{action}"]
    )
    desk.post(f"{address}remarks/", {**data, "action": f"un{action}"})
    assert buttons(desk.get(address).content.decode()) == before


def test_what_was_dismissed_as_copy_is_dismissed_in_the_story(
    at_desk: SignIn, paper: Any, edith: Any
) -> None:
    desk, place = at_desk(edith), place_of(paper, COPY, "doubled-word")
    address = paste(desk, COPY)
    desk.post(address, decisions(COPY, action=f"dismiss-{place}"))
    desk.post(address, decisions(COPY, action="draft"))
    html = desk.get(f"/newsroom/stories/{Story.objects.get().pk}/").content.decode()
    assert "1 dismissed" in html


def test_a_remark_on_a_text_that_somebody_has_changed_since_is_left(
    at_desk: SignIn, rob: Any, slipped: Story
) -> None:
    address = f"/newsroom/stories/{slipped.pk}/remarks/"
    data = {"action": "dismiss-1", "revision": "0"}
    answer = at_desk(rob).post(address, data, follow=True)
    assert "Somebody saved another text" in answer.content.decode()
    assert not Dismissal.objects.exists()


def test_who_may_not_change_a_story_may_not_quiet_its_remarks(
    at_desk: SignIn, mona: Any, rob: Any, edith: Any, story: Story, slipped: Story
) -> None:
    data = {"action": "dismiss-1", "revision": str(story.latest_revision_id)}
    # Mona moderates; the story is Edith's, and Rob reports.
    for user in (mona, rob):
        desk = at_desk(user)
        assert desk.post(f"/newsroom/stories/{story.pk}/remarks/", data).status_code == 403
        assert not buttons(desk.get(f"/newsroom/stories/{story.pk}/").content.decode())
    assert at_desk(mona).post(f"/newsroom/stories/{slipped.pk}/remarks/", data).status_code == 403
    assert not Dismissal.objects.exists()


def test_of_an_agencys_copy_only_what_must_be_fixed_is_said_until_somebody_asks(
    at_desk: SignIn, edith: Any, paper: Any
) -> None:
    text = COPY.replace("on Friday.", "on Friday, a spokesman said on condition of anonymity.")
    text = text.rstrip() + " (HWN)\n"
    desk = at_desk(edith)
    address = paste(desk, text)
    few = desk.get(address).content.decode()
    every = desk.post(address, decisions(text, action="everything")).content.decode()
    assert "left unsaid" in few
    assert len(buttons(every)) > len(buttons(few)) > 0
    assert "left unsaid" not in every
