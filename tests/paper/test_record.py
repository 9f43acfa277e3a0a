"""The record holds what readers saw, whoever changes it and however."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex, Site

from broadsheet import copydesk
from broadsheet.paper import filing, lists, publishing, repeated, versions
from broadsheet.paper.founding import add_section
from broadsheet.paper.models import Story
from broadsheet.paper.tree.acting import acting
from broadsheet.pictures.models import Picture
from broadsheet.staff.models import Byline
from broadsheet.topics.models import Topic
from broadsheet.wire.models import Agency

pytestmark = pytest.mark.django_db


def draft_of(story: Story) -> Story:
    latest: Story = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
    return latest


def test_a_story_that_was_public_is_not_deleted(paper: Site, write: Any) -> None:
    story = write(headline="On record", section="World")
    with pytest.raises(ProtectedError, match="take it down"), transaction.atomic():
        story.delete()
    assert Story.objects.filter(pk=story.pk).exists()


def test_a_text_that_comes_back_keeps_its_first_time(paper: Site, write: Any) -> None:
    story = write(headline="Three days old", section="World")
    first = story.published
    publishing.take_down(story)
    story.refresh_from_db()
    publishing.undo(story)
    story.refresh_from_db()
    assert story.published == first


def test_another_headline_on_the_front_is_a_version(paper: Site, write: Any) -> None:
    story = write(headline="As it was", section="World")
    other = draft_of(story)
    other.front_headline = "Quite another"
    publishing.publish(other)
    assert story.versions.count() == 2


def test_a_caption_changed_in_the_library_is_a_version(paper: Site, write: Any) -> None:
    picture = Picture.objects.create(
        title="Lock", file="original_images/lock.png", width=8, height=8, caption="The lock"
    )
    story = write(headline="With a picture", section="World", picture=picture)
    picture.caption = "Not the lock"
    picture.save()
    assert story.versions.count() == 2


def test_a_printed_correction_is_part_of_the_chain(paper: Site, write: Any, edith: Any) -> None:
    story = write(headline="Four boats", section="World")
    correction = publishing.correct(story, kind="correction", text="Five boats.", user=edith)
    assert correction.version is not None
    assert (correction.version.change, correction.by) == ("correction", edith)
    assert "Five boats." in correction.version.text


def test_a_name_or_a_note_altered_in_the_record_is_found(
    paper: Site, write: Any, edith: Any
) -> None:
    story = write(headline="Who did it", section="World", user=edith)
    story.versions.update(note="nobody")
    assert versions.broken_links(story) == [1]


def test_a_day_that_has_not_come_is_not_published(paper: Site, write: Any) -> None:
    text = "World\n\nLock opens\n\nThe gate opened on Tuesday, the harbour board said.\n"
    later = (timezone.now() + timedelta(days=400)).date()
    with pytest.raises(filing.DateToComeError, match="not come yet"):
        filing.file_copy(paper, text, published=later, publish=True)
    draft = draft_of(write(headline="Too early", section="World", publish=False))
    draft.published = timezone.now() + timedelta(days=400)
    with pytest.raises(ValidationError, match="has not come yet"):
        publishing.publish(draft)
    assert not lists.latest(paper).exists()


def test_a_text_written_for_a_section_that_closed_stands_where_the_story_does(
    paper: Site, write: Any
) -> None:
    closing = add_section(paper, "Closing")
    story = write(headline="Was at home there", section="Closing")
    moved = draft_of(story)
    moved.home_section = add_section(paper, "World")
    publishing.publish(moved)
    first = story.versions.order_by("number").first()
    closing.delete()
    assert first.revision.as_object().home_section.title == "World"


def test_a_byline_an_agency_or_a_topic_that_is_renamed_is_a_version(
    paper: Site, write: Any
) -> None:
    agency = Agency.objects.create(paper=paper, name="SNA", slug="sna")
    byline = Byline.objects.create(paper=paper, name="Ines Okafro", slug="ines")
    topic = Topic.objects.create(paper=paper, name="Locks", slug="locks")
    story = write(headline="With names", section="World", agency=agency)
    story.bylines, story.topics = [byline], [topic]
    publishing.publish(story)
    before = story.versions.count()
    for noun, name in ((agency, "Selby News"), (byline, "Ines Okafor"), (topic, "Sea locks")):
        noun.name = name
        noun.save()
    assert story.versions.count() == before + 3
    byline.save()
    assert story.versions.count() == before + 3
    assert versions.broken_links(story) == []


def test_the_record_says_who_renamed_what(paper: Site, write: Any, edith: Any) -> None:
    byline = Byline.objects.create(paper=paper, name="Ines Okafro", slug="ines")
    story = write(headline="With a name", section="World", bylines=[byline])
    byline.name = "Ines Okafor"
    with acting(edith):
        byline.save()
    version = story.versions.get(number=2)
    assert (version.change, version.by) == ("update", edith)
    assert version.note == "the byline “Ines Okafro” is now “Ines Okafor”"


def test_a_name_that_could_not_be_recorded_is_not_changed(
    paper: Site, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    byline = Byline.objects.create(paper=paper, name="Ines Okafro", slug="ines")
    write(headline="With a name", section="World", bylines=[byline])

    def full(*words: Any, **more: Any) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(versions, "record", full)
    byline.name = "Ines Okafor"
    with pytest.raises(OperationalError):
        byline.save()
    assert Byline.objects.get().name == "Ines Okafro"


def test_a_name_that_is_deleted_is_a_version(paper: Site, write: Any) -> None:
    byline = Byline.objects.create(paper=paper, name="Ines Okafor", slug="ines")
    story = write(headline="With a name", section="World", bylines=[byline])
    byline.delete()
    version = story.versions.get(number=2)
    assert version.note == "the byline “Ines Okafor” was deleted"
    assert json.loads(version.text)["bylines"] == []


def test_a_name_on_many_stories_is_recorded_by_the_worker(
    paper: Site, write: Any, edith: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repeated, "AT_ONCE", 2)
    byline = Byline.objects.create(paper=paper, name="Ines Okafro", slug="ines")
    stories = [write(headline=f"Story {n}", section="World", bylines=[byline]) for n in range(3)]
    byline.name = "Ines Okafor"
    with acting(edith):
        byline.save()
    waiting = DBTaskResult.objects.filter(task_path__endswith="record_later")
    assert waiting.count() == 2
    assert [story.versions.count() for story in stories] == [1, 1, 1]
    for row in (*waiting, *waiting):
        # Done twice, as after a worker that was ended: no second version.
        row.task.call(*row.args_kwargs["args"])
    assert [story.versions.count() for story in stories] == [2, 2, 2]
    assert {story.versions.get(number=2).by for story in stories} == {edith}


def test_a_picture_in_the_text_is_part_of_the_chain_and_stays_while_it_is_shown(
    paper: Site, write: Any
) -> None:
    lock = Picture.objects.create(title="Lock", file="lock.png", width=640, height=480)
    body = [("picture", {"picture": lock, "caption": "", "credit": ""})]
    story = write(headline="In the text", section="World", body=body)
    # The worker notes what uses what.
    ReferenceIndex.create_or_update_for_object(story)
    lock.caption = "The lock at noon"
    lock.save()
    assert "The lock at noon" in story.versions.get(number=2).text
    with pytest.raises(ProtectedError, match="take it out of the story first"):
        lock.delete()


def test_the_copy_is_read_before_the_transaction_that_publishes_it(
    paper: Site, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = write(headline="Read ahead", section="World")
    depth: list[int] = []
    outside = len(transaction.get_connection().savepoint_ids)
    read = copydesk.read

    def noted(*words: Any, **more: Any) -> Any:
        depth.append(len(transaction.get_connection().savepoint_ids))
        return read(*words, **more)

    monkeypatch.setattr(copydesk, "read", noted)
    story.title = "Read ahead of the lock"
    publishing.publish(story)
    assert depth == [outside]
