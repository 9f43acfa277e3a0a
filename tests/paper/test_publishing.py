"""Publishing: what becomes public, and the record that it leaves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from broadsheet.paper import lists, publishing, versions
from broadsheet.paper.founding import add_section, find_section
from broadsheet.paper.models import Correction, FormerSlug, Story, Version
from broadsheet.paper.signals import printed_matter_changed

pytestmark = pytest.mark.django_db


def draft_of(story: Story) -> Story:
    fresh: Story = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
    return fresh


def test_a_first_publication_gives_the_story_its_time_its_address_and_a_version(
    paper: Site, write: Any
) -> None:
    story = write(headline="Ferry back in service", section="World")
    assert story.address == f"/world/{story.day:%Y/%m/%d}/ferry-back-in-service/"
    assert [v.number for v in story.versions.all()] == [1]
    assert story.published is not None


def test_the_date_in_the_address_is_the_day_in_the_papers_zone(paper: Site, write: Any) -> None:
    paper.masthead.time_zone = "Pacific/Auckland"
    paper.masthead.save()
    late = timezone.now().replace(year=2026, month=3, day=5, hour=20)
    story = write(headline="Late edition", section="World", published=late)
    assert str(story.day) == "2026-03-06"


def test_publishing_the_same_text_again_writes_no_version(paper: Site, write: Any) -> None:
    story = write(headline="Unchanged", section="World")
    publishing.publish(draft_of(story))
    assert story.versions.count() == 1


def test_each_changed_text_is_chained_to_the_one_before(
    paper: Site, write: Any, edith: Any
) -> None:
    story = write(headline="Council votes", section="World")
    mended = draft_of(story)
    mended.title = "Council votes again"
    version = publishing.publish(mended, user=edith, change="typo", note="a word was left out")
    first, second = story.versions.order_by("number")
    assert (version, second.change, second.by, second.note) == (
        second,
        "typo",
        edith,
        "a word was left out",
    )
    assert second.hash_before == first.hash
    assert versions.broken_links(story) == []


def test_a_version_altered_in_the_database_is_found(paper: Site, write: Any) -> None:
    story = write(headline="Mayor denies it", section="World")
    Version.objects.filter(story=story).update(text="{}")
    assert versions.broken_links(story) == [1]


def test_a_story_taken_down_is_in_no_list_and_its_version_holds_no_text(
    paper: Site, write: Any
) -> None:
    story = write(headline="Withdrawn", section="World")
    version = publishing.take_down(story, note="the agency killed it")
    assert (version.change, version.text, version.note) == ("kill", "", "the agency killed it")
    world = find_section(paper, "World")
    assert world is not None
    assert not lists.latest(paper).exists()
    assert not lists.in_section(world).exists()


def test_undo_after_a_take_down_brings_the_text_back(paper: Site, write: Any) -> None:
    story = write(headline="Taken down by mistake", section="World")
    publishing.take_down(story)
    story.refresh_from_db()
    publishing.undo(story)
    assert [s.title for s in lists.latest(paper)] == ["Taken down by mistake"]


def test_undo_after_an_edit_puts_the_earlier_words_back_as_a_new_version(
    paper: Site, write: Any
) -> None:
    story = write(headline="Right the first time", section="World")
    worse = draft_of(story)
    worse.title = "Worse"
    publishing.publish(worse)
    story.refresh_from_db()
    version = publishing.undo(story)
    story.refresh_from_db()
    assert (story.title, version.number) == ("Right the first time", 3)


def test_undo_of_a_first_text_is_refused_in_words(paper: Site, write: Any) -> None:
    story = write(headline="Only one", section="World")
    with pytest.raises(publishing.NothingToUndoError, match="first text"):
        publishing.undo(story)


def test_a_new_last_part_of_the_address_redirects_the_old_one(paper: Site, write: Any) -> None:
    story = write(headline="First words", section="World")
    old = story.address
    moved = draft_of(story)
    moved.public_slug = "better-words"
    publishing.publish(moved)
    redirect = Redirect.objects.get()
    assert (redirect.old_path, redirect.redirect_page.specific.address) == (
        old.rstrip("/"),
        story.address.replace("first-words", "better-words"),
    )


def test_taking_an_old_address_back_removes_its_redirect(paper: Site, write: Any) -> None:
    story = write(headline="There and back", section="World")
    for slug in ("elsewhere", "there-and-back"):
        moved = draft_of(story)
        moved.public_slug = slug
        publishing.publish(moved)
    assert [r.old_path.split("/")[-1] for r in Redirect.objects.all()] == ["elsewhere"]


def test_a_new_home_section_moves_the_story_and_keeps_the_date(paper: Site, write: Any) -> None:
    story = write(headline="Moves house", section="World")
    city = add_section(paper, "City")
    moved = draft_of(story)
    moved.home_section = city
    publishing.publish(moved)
    story = Story.objects.get(pk=story.pk)
    assert story.get_parent().pk == city.pk
    assert story.address == f"/city/{story.day:%Y/%m/%d}/moves-house/"
    assert [s.title for s in lists.in_section(city)] == ["Moves house"]


def test_a_renamed_section_leaves_its_old_slug_behind(paper: Site) -> None:
    world = add_section(paper, "World")
    world.slug = "abroad"
    world.save_revision().publish()
    assert [(f.slug, f.section_id) for f in FormerSlug.objects.all()] == [("world", world.pk)]


def test_a_scheduled_story_waits_and_is_published_when_its_time_has_come(
    paper: Site, write: Any
) -> None:
    story = write(headline="Tomorrow's news", section="World", publish=False)
    publishing.schedule(draft_of(story), timezone.now() + timedelta(hours=1))
    assert not lists.latest(paper).exists()
    story.revisions.exclude(approved_go_live_at=None).update(
        approved_go_live_at=timezone.now() - timedelta(seconds=1)
    )
    revision = story.revisions.latest("pk")
    revision.content["go_live_at"] = (timezone.now() - timedelta(seconds=1)).isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert [s.title for s in lists.latest(paper)] == ["Tomorrow's news"]


def test_a_time_that_has_passed_is_no_time_to_schedule(paper: Site, write: Any) -> None:
    story = write(headline="Too late", section="World", publish=False)
    with pytest.raises(ValueError, match="has passed"):
        publishing.schedule(story, timezone.now() - timedelta(minutes=1))


def test_a_correction_is_printed_and_belongs_to_the_version_that_mended_it(
    paper: Site, write: Any, edith: Any
) -> None:
    story = write(headline="Four injured", section="World")
    correction = publishing.correct(
        story, kind="correction", text="Five were injured.", user=edith, title="Five injured"
    )
    story.refresh_from_db()
    assert correction.version is not None
    assert (story.title, correction.version.change) == ("Five injured", "correction")
    assert list(lists.corrections(paper)) == [Correction.objects.get()]


def test_two_stories_of_one_day_and_section_cannot_share_an_address(
    paper: Site, write: Any
) -> None:
    first = write(headline="Twins", section="World")
    second = write(headline="Twins", section="World")
    assert first.address != second.address


def test_a_draft_that_is_saved_changes_no_printed_matter(paper: Site, write: Any) -> None:
    story = write(headline="Live", section="World")
    heard: list[Any] = []

    def listen(**kwargs: Any) -> None:
        heard.append(kwargs["sender"])

    printed_matter_changed.connect(listen)
    try:
        draft = draft_of(story)
        draft.title = "Not yet"
        draft.save_revision()
        assert heard == []
        draft.save_revision().publish()
        assert heard
    finally:
        printed_matter_changed.disconnect(listen)
