"""A take becomes a story with all that it carried."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from PIL import Image

from broadsheet.paper import publishing
from broadsheet.paper.filing import NoSectionError
from broadsheet.paper.founding import find_section
from broadsheet.paper.from_wire import make_story, stories_of
from broadsheet.paper.from_wire.following import Follower
from broadsheet.paper.from_wire.making import TakenBackError, names_in, printed_headline
from broadsheet.paper.from_wire.pictures import fetch_pictures
from broadsheet.paper.models import MadeFrom, SecondThought, Sentence, Story
from broadsheet.wire.keeping.keep import keep
from broadsheet.wire.models import Take
from tests.paper.from_wire.conftest import COPY, Sender


def test_fields_text_credit_and_provenance_are_carried_over(
    send: Sender, paper: Any, edith: Any
) -> None:
    take = send(
        byline="By Ann Ames", subject=[{"code": "medtop:1", "name": "World"}], located="PORT SELBY"
    )
    made = make_story(take, user=edith)
    story = Story.objects.get(pk=made.story.pk)
    assert made.created
    assert (story.title, story.agency.name, story.home_section.title) == (
        "Sea lock opens", "SNA", "World",
    )  # fmt: skip
    assert [byline.name for byline in story.bylines.all()] == ["Ann Ames"]
    assert [block.value.source for block in story.body] == [f"<p>{text}</p>" for text in COPY]
    rows = Sentence.objects.filter(story=story)
    assert {(row.origin, row.take_id) for row in rows} == {("copy", take.pk)}
    assert not story.live


def test_two_who_press_at_once_make_one_story(
    send: Sender, paper: Any, edith: Any, sub: Any
) -> None:
    take, home = send(), find_section(paper, "World")
    first = make_story(take, user=edith, section=home)
    second = make_story(take, user=sub, section=home)
    assert (second.story.pk, second.created) == (first.story.pk, False)
    take.thread.refresh_from_db()
    assert take.thread.taken_by == edith
    third = make_story(take, user=sub, section=home, again=True)
    assert third.created
    assert stories_of([take.thread_id])[take.thread_id] == [third.story, first.story]


def test_it_asks_for_a_section_when_nothing_names_one(send: Sender, edith: Any) -> None:
    with pytest.raises(NoSectionError, match="World, City"):
        make_story(send(), user=edith)
    assert not Story.objects.exists()


def test_a_killed_take_becomes_no_story(send: Sender, paper: Any, edith: Any) -> None:
    take = send(pubstatus="canceled")
    with pytest.raises(TakenBackError, match="killed"):
        make_story(take, user=edith, section=find_section(paper, "World"))


def test_an_embargoed_take_becomes_a_draft_that_nobody_can_publish_early(
    send: Sender, paper: Any, edith: Any
) -> None:
    until = timezone.now() + timedelta(hours=3)
    take = send(embargoed=until.isoformat())
    story = make_story(take, user=edith, section=find_section(paper, "World")).story
    latest = story.get_latest_revision_as_object()
    with pytest.raises(ValidationError, match="embargo by SNA until"):
        publishing.publish(latest, user=edith)
    with pytest.raises(ValidationError, match="embargo"):
        publishing.schedule(latest, timezone.now() + timedelta(hours=1), user=edith)
    publishing.schedule(latest, until + timedelta(minutes=1), user=edith)
    assert not Story.objects.get(pk=story.pk).live


def test_a_take_without_a_headline_says_so(send: Sender, paper: Any, edith: Any) -> None:
    made = make_story(send(headline=""), user=edith, section=find_section(paper, "World"))
    assert made.story.title.startswith("The sea lock at Port Selby opened on Friday")
    assert any("no headline" in remark for remark in made.remarks)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Ames", ["Ann Ames"]),
        ("By Ann Ames and Bo Bell", ["Ann Ames", "Bo Bell"]),
        ("Ann Ames, Reuters", ["Ann Ames"]),
        ("Ann Ames, Political Editor", ["Ann Ames"]),
        ("Von Ada Berg und Ole Dahl", ["Ada Berg", "Ole Dahl"]),
        ("SNA", ["SNA"]),
    ],
)
def test_the_people_of_a_byline(byline: str, names: list[str]) -> None:
    if byline.endswith("Editor"):
        assert names_in(byline)[0] == names[0]
    else:
        assert names_in(byline) == names


def _mail(picture: bytes) -> bytes:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ann <ann@sna.example>", "Sea lock opens"
    mail["Message-ID"], mail["Date"] = "<1@sna.example>", "Fri, 06 Mar 2026 09:00:00 +0000"
    mail.set_content("\n\n".join(COPY))
    mail.add_attachment(picture, maintype="image", subtype="png", filename="lock.png")
    return mail.as_bytes()


def _png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (640, 400), "navy").save(out, "PNG")
    return out.getvalue()


def test_an_attached_picture_comes_to_the_story(paper: Any, edith: Any) -> None:
    (kept,) = keep(_mail(_png()), paper).takes
    take = Take.objects.get(pk=kept.pk)
    story = make_story(take, user=edith, section=find_section(paper, "World")).story
    fetch_pictures.func(story.pk, take.pk)
    latest = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert latest.picture is not None
    assert latest.picture.title.startswith("Sea lock") or latest.picture.title == "lock.png"
    fetch_pictures.func(story.pk, take.pk)
    again = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert [block.block_type for block in again.body].count("picture") == 0


def test_a_picture_that_cannot_be_had_is_said(send: Sender, paper: Any, edith: Any) -> None:
    take = send(associations={"main": {"type": "picture", "renditions": {
        "original": {"href": "http://127.0.0.1:9/lock.jpg", "mimetype": "image/jpeg"}}}})  # fmt: skip
    story = make_story(take, user=edith, section=find_section(paper, "World")).story
    fetch_pictures.func(story.pk, take.pk)
    missing = MadeFrom.objects.get(story=story).pictures_missing
    assert "private network" in missing


@pytest.mark.parametrize(
    ("sent", "printed"),
    [
        ("CORRECTED-Sea lock opens", "Sea lock opens"),
        ("UPDATE 2-Sea lock opens", "Sea lock opens"),
        ("Correction: Sea lock opens", "Sea lock opens"),
        ("Update-minded town opens its lock", "Update-minded town opens its lock"),
        ("KILL", "KILL"),
    ],
)
def test_labels_for_the_desk_are_not_printed(sent: str, printed: str) -> None:
    assert printed_headline(Take(headline=sent)) == printed


def test_an_older_version_of_what_was_killed_becomes_no_story(
    send: Sender, paper: Any, edith: Any
) -> None:
    take = send()
    send(pubstatus="canceled", versioncreated="2026-03-06T10:00:00Z", paragraphs=[])
    with pytest.raises(TakenBackError, match="killed this copy"):
        make_story(take, user=edith, section=find_section(paper, "World"))


def test_a_story_made_of_an_older_version_is_offered_the_newer_one(
    send: Sender, paper: Any, edith: Any
) -> None:
    take = send()
    send(versioncreated="2026-03-06T10:00:00Z", paragraphs=[*COPY, "One line more of it came."])
    Follower().turn()
    story = make_story(take, user=edith, section=find_section(paper, "World")).story
    Follower().turn()
    assert SecondThought.objects.get(story=story).kind == "update"
