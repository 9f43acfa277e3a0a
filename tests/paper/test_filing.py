"""Copy into a story, on a page of our own making that has everything a pasted page has."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from wagtail.models import Site

from broadsheet.paper import filing, lists
from broadsheet.paper.founding import add_section, find_section
from broadsheet.paper.models import Copy, Story
from broadsheet.paper.prepared import prepare

pytestmark = pytest.mark.django_db

PASTED = """Top News Harbour Desk World

Minister opens lock at Port Selby

The gate had been shut for two years after the flood of the spring. …reports Selby Evening Post

Transport Minister Ines Okafor on Tuesday opened the sea lock at Port Selby. She will meet the \
harbour board on Wednesday, reported Channel Nine.\u00a0

Sharing a post on X, formerly known as Twitter, Okafor stated, “Back at Port Selby to see the \
gates move again, and to thank the crews who never stopped.”

“We waited two winters for this,” said harbour master Tom Reyes. “Nobody here thought it would \
take so long.” (SNA)

ALSO READ: Ferry timetable changes for the summer

Leave a Reply

Your email address will not be published. Required fields are marked *
"""


@pytest.fixture
def harbour(paper: Site) -> Site:
    """A paper that has both sections that the copy stands under."""
    add_section(paper, "World")
    add_section(paper, "Harbour Desk")
    return paper


def file_it(paper: Site, **kwargs: Any) -> Story:
    return filing.file_copy(paper, PASTED, published=date(2026, 3, 4), **kwargs).story


def test_the_sections_of_the_trail_are_found_and_the_first_is_home(harbour: Site) -> None:
    story = file_it(harbour, publish=True)
    assert story.home_section is not None
    assert story.home_section.title == "Harbour Desk"
    assert [s.title for s in story.sections.all()] == ["World"]
    assert story.address == "/harbour-desk/2026/03/04/minister-opens-lock-at-port-selby/"


def test_top_news_is_a_place_on_the_front_and_no_section(harbour: Site) -> None:
    story = file_it(harbour, publish=True)
    assert story.in_top_news
    assert find_section(harbour, "Top News") is None


def test_headline_standfirst_credit_and_agency_each_have_their_field(harbour: Site) -> None:
    story = file_it(harbour)
    assert story.headline == "Minister opens lock at Port Selby"
    assert story.standfirst == "The gate had been shut for two years after the flood of the spring."
    assert story.credit == "Selby Evening Post"
    assert story.agency is not None
    assert story.agency.name == "SNA"


def test_no_furniture_is_left_in_the_story(harbour: Site) -> None:
    body = str(file_it(harbour).body.get_prep_value())
    for furniture in ("Leave a Reply", "Required fields", "ALSO READ", "(SNA)", "Top News"):
        assert furniture not in body


def test_the_social_post_is_a_block_with_its_speaker_and_its_lead_in_stays(harbour: Site) -> None:
    blocks = [(b.block_type, b.value) for b in file_it(harbour).body]
    posts = [value for kind, value in blocks if kind == "post"]
    assert len(posts) == 1
    assert posts[0]["text"].startswith("Back at Port Selby")
    assert "Okafor" in posts[0]["speaker"]
    assert any(
        kind == "paragraph" and "Sharing a post on X" in value.source for kind, value in blocks
    )


def test_no_word_of_the_body_is_lost(harbour: Site) -> None:
    story = file_it(harbour)
    body = str(story.body.get_prep_value())
    for words in ("Transport Minister Ines Okafor", "reported Channel Nine", "two winters for this",
                  "Nobody here thought"):  # fmt: skip
        assert words in body


def test_the_outlet_that_the_copy_rests_on_is_recorded_with_the_sentence(harbour: Site) -> None:
    story = file_it(harbour, publish=True)
    chains = [s.chain for s in story.sentences.all() if "harbour board" in s.text]
    assert len(chains) == 1
    assert "Channel Nine" in chains[0]


def test_quotations_have_their_speakers(harbour: Site) -> None:
    story = file_it(harbour, publish=True)
    by_words = {q.words[:14]: q.person or q.speaker for q in story.quotations.all()}
    assert "Reyes" in by_words["We waited two "]
    assert "Reyes" in by_words["Nobody here th"]


def test_sentences_of_copy_are_marked_as_having_come_in(harbour: Site) -> None:
    story = file_it(harbour, publish=True)
    assert {s.origin for s in story.sentences.all()} == {"copy"}


def test_a_related_story_is_left_open_when_the_paper_has_not_got_it(harbour: Site) -> None:
    line = file_it(harbour).related_lines.get()
    assert (line.text, line.target) == ("Ferry timetable changes for the summer", None)


def test_a_related_story_is_linked_when_the_paper_has_it(harbour: Site, write: Any) -> None:
    ferry = write(headline="Ferry timetable changes for the summer", section="World")
    assert file_it(harbour).related_lines.get().target == ferry


def test_a_date_without_a_time_sorts_at_noon_in_the_papers_zone(harbour: Site) -> None:
    story = file_it(harbour)
    assert story.published is not None
    local = story.published.astimezone(harbour.masthead.zone)
    assert (story.grain, local.date(), local.hour) == ("day", date(2026, 3, 4), 12)


def test_the_same_copy_twice_is_found_again_and_nothing_is_doubled(harbour: Site) -> None:
    first = filing.file_copy(harbour, PASTED, publish=True)
    again = filing.file_copy(harbour, PASTED.replace("\n", "\r\n"), publish=True)
    assert (again.story, again.created) == (first.story, False)
    assert (Story.objects.count(), Copy.objects.count()) == (1, 1)


def test_the_same_copy_filed_as_a_draft_and_then_to_publish_is_published(harbour: Site) -> None:
    draft = filing.file_copy(harbour, PASTED)
    filed = filing.file_copy(harbour, PASTED, publish=True)
    assert (filed.story, filed.published) == (draft.story, True)
    assert lists.latest(harbour).count() == 1


def test_a_missing_date_is_asked_about(harbour: Site) -> None:
    asked = prepare(harbour, PASTED).questions
    assert "No date found. When was this published?" in asked


def test_copy_for_sections_that_the_paper_has_not_is_refused_and_nothing_is_written(
    paper: Site,
) -> None:
    for section in lists.sections(paper):
        section.delete()
    with pytest.raises(filing.NoSectionError, match="Harbour Desk"):
        filing.file_copy(paper, PASTED)
    assert (Story.objects.count(), Copy.objects.count()) == (0, 0)


def test_make_section_opens_them(paper: Site) -> None:
    story = filing.file_copy(paper, PASTED, make_sections=True, publish=True).story
    assert story.home_section is not None
    assert find_section(paper, "World") is not None


def test_a_section_that_does_not_exist_is_named_with_those_that_do(harbour: Site) -> None:
    with pytest.raises(filing.NoSectionError, match=r"no section “Wrold”.*World"):
        filing.file_copy(harbour, PASTED, section="Wrold")


def test_a_section_asked_for_is_home_and_the_copys_own_come_after_it(harbour: Site) -> None:
    story = file_it(harbour, section="World", publish=True)
    assert story.home_section is not None
    assert story.home_section.title == "World"
    assert [s.title for s in story.sections.all()] == ["Harbour Desk"]


def test_a_headline_of_four_hundred_characters_is_refused_with_its_length(harbour: Site) -> None:
    text = "World\n\n" + "Lock " * 80 + "\n\nThe gate opened on Tuesday.\n"
    with pytest.raises(filing.HeadlineTooLongError, match=r"399 characters, at most 255"):
        filing.file_copy(harbour, text, section="World")
    assert Story.objects.count() == 0


def test_a_long_headline_gives_an_address_that_ends_with_a_whole_word(paper: Any) -> None:
    from broadsheet.paper.models.story import Story

    long = "The board of the harbour of Port Selby votes on pumps sensors gates and a bridge for the next ten winters"
    story = Story(title=long)
    story._give_slugs()
    assert len(story.public_slug) <= 100
    assert set(story.public_slug.split("-")) <= set(long.lower().split())
