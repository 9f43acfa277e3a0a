"""From the box to a story."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from broadsheet.paper.models import Copy, Section, Story
from tests.newsroom.conftest import SignIn


def paste(desk: Client, text: str) -> str:
    """Paste, and give the address of the copy's desk."""
    answer = desk.post("/newsroom/paste/", {"text": text})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return str(answer["Location"])


def decisions(text: str, **more: Any) -> dict[str, Any]:
    """The form as somebody in a hurry leaves it."""
    sections = [str(s.pk) for s in Section.objects.filter(title__in=["World", "City"])]
    return {
        "headline": "Ferry returns to the northern quay",
        "when": "now",
        "section": sections,
        "home": sections[0],
        "agency": "HWN",
        "copy": text,
        "action": "publish",
        **more,
    }


def test_the_desk_shows_what_was_found(at_desk: SignIn, edith: Any, copy_text: str) -> None:
    desk = at_desk(edith)
    html = desk.get(paste(desk, copy_text)).content.decode()
    assert "No date found. When was this published?" in html
    assert "Ferry returns to the northern quay" in html
    assert "Ana Lund" in html
    assert "<s class=" in html
    assert html.count('name="section"') == 2


def test_it_publishes_with_what_was_decided(at_desk: SignIn, edith: Any, copy_text: str) -> None:
    desk = at_desk(edith)
    answer = desk.post(paste(desk, copy_text), decisions(copy_text, headline="Ferry is back"))
    story = Story.objects.get()
    assert answer["Location"] == f"/newsroom/stories/{story.pk}/"
    assert story.live
    assert story.headline == "Ferry is back"
    assert story.home_section.title == "World"
    assert [s.title for s in story.sections.all()] == ["City"]
    assert "Leave a Reply" not in str(story.body)
    assert story.agency is not None


def test_it_does_not_publish_without_a_date_but_keeps_a_draft(
    at_desk: SignIn, edith: Any, copy_text: str
) -> None:
    desk = at_desk(edith)
    place = paste(desk, copy_text)
    answer = desk.post(place, decisions(copy_text, when=""))
    assert answer.status_code == 422
    assert "When was this published? The date stays" in answer.content.decode()
    assert not Story.objects.exists()
    desk.post(place, decisions(copy_text, when="", action="draft"))
    assert not Story.objects.get().live


def test_a_day_is_kept_as_a_day(at_desk: SignIn, edith: Any, copy_text: str) -> None:
    desk = at_desk(edith)
    data = decisions(copy_text, when="day", day="2023-09-06")
    desk.post(paste(desk, copy_text), data)
    story = Story.objects.get()
    assert story.grain == Story.Grain.DAY
    assert story.address.startswith("/world/2023/09/06/")


def test_the_same_copy_twice_leads_to_the_story_that_exists(
    at_desk: SignIn, edith: Any, copy_text: str
) -> None:
    desk = at_desk(edith)
    desk.post(paste(desk, copy_text), decisions(copy_text))
    answer = desk.post("/newsroom/paste/", {"text": copy_text + "  \r\n"}, follow=True)
    assert "Nothing was doubled" in answer.content.decode()
    assert Story.objects.count() == 1
    assert Copy.objects.count() == 1


def test_an_unknown_section_is_asked_about_and_made(
    at_desk: SignIn, edith: Any, copy_text: str
) -> None:
    desk = at_desk(edith)
    text = copy_text.replace("World City", "Sport World", 1)
    place = paste(desk, text)
    assert "There is no section “Sport”" in desk.get(place).content.decode()
    data = decisions(text, home="new-Sport", section=[])
    refused = desk.post(place, data)
    assert "say what to do with it" in refused.content.decode()
    desk.post(place, {**data, "answer-Sport": "make"})
    assert Story.objects.get().home_section.title == "Sport"


def test_a_reporter_keeps_a_draft_and_is_refused_publishing(
    at_desk: SignIn, rob: Any, copy_text: str
) -> None:
    desk = at_desk(rob)
    place = paste(desk, copy_text)
    html = desk.get(place).content.decode()
    assert 'value="publish"' not in html
    answer = desk.post(place, decisions(copy_text))
    assert answer.status_code == 403
    assert "does not publish" in answer.content.decode()
    assert not Story.objects.exists()
    desk.post(place, decisions(copy_text, action="draft"))
    story = Story.objects.get()
    assert not story.live
    assert story.owner == rob


def test_a_story_is_scheduled_and_a_time_that_has_passed_is_refused(
    at_desk: SignIn, edith: Any, copy_text: str
) -> None:
    desk = at_desk(edith)
    place = paste(desk, copy_text)
    data = decisions(copy_text, when="", action="schedule")
    assert (
        "has passed" in desk.post(place, {**data, "go_live": "2020-01-01T10:00"}).content.decode()
    )
    desk.post(place, {**data, "go_live": "2099-01-01T10:00"})
    story = Story.objects.get()
    assert not story.live
    assert "scheduled" in desk.get(f"/newsroom/stories/{story.pk}/").content.decode()


def test_a_mend_is_put_in_only_when_asked_and_what_came_in_stays(
    at_desk: SignIn, edith: Any, copy_text: str
) -> None:
    from broadsheet.newsroom.remarks import in_order
    from broadsheet.paper.prepared import prepare

    text = copy_text.replace("It had been away", "It had  been been away", 1)
    desk = at_desk(edith)
    place = paste(desk, text)
    found = in_order(prepare(edith_paper(), text).reading)
    number = next(
        n for n, f in enumerate(found, 1) if f.suggestion and "been" in text[f.start : f.end]
    )
    answer = desk.post(place, decisions(text, action=f"mend-{number}", headline="My own words"))
    html = answer.content.decode()
    assert "been been" not in html
    assert "My own words" in html
    assert Copy.objects.get().text == text


def edith_paper() -> Any:
    """The paper of the test."""
    from broadsheet.paper.founding import only_paper

    return only_paper()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "picture"),
        (b"\x00\x01\x02\x03" * 50, ""),
    ],
)
def test_a_file_that_is_no_copy_is_refused_with_words(
    at_desk: SignIn, edith: Any, data: bytes, words: str
) -> None:
    answer = at_desk(edith).post(
        "/newsroom/paste/", {"file": SimpleUploadedFile("x.txt", data), "text": ""}
    )
    assert answer.status_code == 422
    assert 'class="box-error"' in answer.content.decode()
    assert not Copy.objects.exists()


def test_a_file_in_an_old_encoding_is_read_and_said(at_desk: SignIn, edith: Any) -> None:
    text = "Harbour “reopens”\n\nThe mayor — at last — called it “a good day”, and left.\n" * 3
    file = SimpleUploadedFile("old.txt", text.encode("cp1252"))
    answer = at_desk(edith).post("/newsroom/paste/", {"file": file}, follow=True)
    html = answer.content.decode()
    assert "was read as" in html
    assert "“a good day”" in html


def test_a_dropped_html_file_is_read_without_its_markup(at_desk: SignIn, edith: Any) -> None:
    html = (
        "<html><body><h1>Quay opens</h1><p>It opened at noon.</p><script>x()</script></body></html>"
    )
    file = SimpleUploadedFile("page.html", html.encode())
    at_desk(edith).post("/newsroom/paste/", {"file": file})
    text = Copy.objects.get().text
    assert "Quay opens" in text
    assert "x()" not in text


def test_pasted_text_stays_in_the_box_when_it_cannot_be_read(
    at_desk: SignIn, edith: Any, settings: Any
) -> None:
    import dataclasses

    settings.CONFIG = dataclasses.replace(settings.CONFIG, copy_most_megabytes=1)
    text = "All of it stays. " * 70_000
    answer = at_desk(edith).post("/newsroom/paste/", {"text": text})
    assert answer.status_code == 422
    assert text.strip() in answer.content.decode()


def test_pasted_markup_is_shown_as_text(at_desk: SignIn, edith: Any, copy_text: str) -> None:
    desk = at_desk(edith)
    text = copy_text.replace("since spring.", "since <b onclick=x>spring</b> & more.", 1)
    html = desk.get(paste(desk, text)).content.decode()
    assert "<b onclick" not in html


def test_a_headline_that_is_too_long_is_said_and_nothing_is_lost(
    at_desk: SignIn, edith: Any, copy_text: str
) -> None:
    desk = at_desk(edith)
    data = decisions(copy_text, headline="Long " * 80, standfirst="Kept words")
    answer = desk.post(paste(desk, copy_text), data)
    assert answer.status_code == 422
    assert "at most 255" in answer.content.decode()
    assert "Kept words" in answer.content.decode()


def test_a_moderator_may_not_paste(at_desk: SignIn, mona: Any, copy_text: str) -> None:
    assert at_desk(mona).post("/newsroom/paste/", {"text": copy_text}).status_code == 403
    assert not Copy.objects.exists()
