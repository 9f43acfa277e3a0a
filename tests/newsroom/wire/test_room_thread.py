"""The screen of one thread: text and remarks, what is new, takes and reasons, notes, pictures."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.paper.founding import add_section
from broadsheet.paper.from_wire import make_story
from broadsheet.paper.models import SecondThought
from broadsheet.wire.models import Link, Seen, TakeReading, Thread
from tests.newsroom.conftest import SignIn
from tests.newsroom.wire.conftest import Comes, body, words
from tests.paper.from_wire.conftest import COPY

URL = "/newsroom/wire/"


def test_it_shows_the_best_take_and_why_each_take_is_here(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    take = comes(1, paragraphs=COPY, headline="Sea lock opens")
    comes(2, uri="urn:sna:1", paragraphs=COPY[:3], headline="Sea lock opens at noon")
    page = body(at_desk(edith).get(f"{URL}{take.thread_id}/"))
    assert '<h1 dir="auto">Sea lock opens at noon</h1>' in page
    assert "Forty boats lay in the outer basin" in page
    assert "All 2 takes" in page
    assert "Here because: the first of its thread" in page
    assert "Here because: take 2 of" in page
    assert "replaced by a later version" in page


def test_what_is_new_stands_sentence_by_sentence(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    old = comes(1, paragraphs=COPY, headline="Sea lock opens")
    changed = COPY[2].replace("Forty", "Fifty")
    comes(
        2, uri="urn:sna:1", headline="Sea lock opens", paragraphs=[*COPY[:2], changed, "Rain fell."]
    )
    page = body(at_desk(edith).get(f"{URL}{old.thread_id}/"))
    assert "3 sentences as they were" in page
    assert "<del>Forty </del><ins>Fifty </ins>boats lay in the outer basin when the gate" in page
    assert "<ins>Rain fell.</ins>" in page
    assert "<del>The board has spent three million" in page
    assert ": 1 new, 1 changed, 1 gone." in page


def test_any_take_is_read_and_compared_with_any_other(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    takes = [
        comes(minute, uri="urn:sna:1", paragraphs=[*COPY, f"Ship {minute} sailed in at noon."])
        for minute in range(1, 4)
    ]
    client, url = at_desk(edith), f"{URL}{takes[0].thread_id}/"
    page = body(client.get(url, {"take": takes[1].pk}))
    assert "This is not the best take" in page
    assert "<del>1 </del><ins>2 </ins>sailed" in page
    page = body(client.get(url, {"take": takes[2].pk, "against": takes[0].pk}))
    assert "<del>1 </del><ins>3 </ins>sailed" in page
    assert "This is not the best" not in body(client.get(url, {"take": "9" * 30}))


def test_remarks_stand_at_their_words(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    take = comes(1, paragraphs=COPY)
    url = f"{URL}{take.thread_id}/"
    client = at_desk(edith)
    assert "The copy desk has not read it yet" in body(client.get(url))
    at = "\n\n".join(take.paragraphs).index("Forty boats")
    finding = {
        "start": at, "end": at + 5, "check": "number", "level": "fix", "message": "thirty above",
        "suggestion": None, "evidence": [[0, 12]], "rule": "numbers agree",
    }  # fmt: skip
    TakeReading.objects.create(take=take, read=timezone.now(), fixes=1, findings=[finding])
    page = body(client.get(url))
    assert '<span class="f f-fix">Forty</span>' in page
    assert "Thirty above" in page
    assert "“The sea lock”" in page
    assert "1 remark of the copy desk." in page


def test_killed_text_is_folded_away_whichever_version_is_opened(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    first = comes(1, paragraphs=COPY)
    comes(2, uri="urn:sna:1", headline="", paragraphs=[], pubstatus="canceled", ednote="Kill it.")
    client, url = at_desk(edith), f"{URL}{first.thread_id}/"
    for page in (body(client.get(url)), body(client.get(url, {"take": first.pk}))):
        notice, text = page.index("Killed by the agency"), page.index("Forty boats")
        assert notice < page.index("<details>", notice) < text < page.index("</details>", notice)
        assert page.count("Forty boats") == 1
        assert 'value="make-' not in page
    assert "Kill it." in body(client.get(url))


def test_notes_say_whether_they_may_be_printed(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    take = comes(1, ednote="Call the desk on 555 0100.")
    page = body(at_desk(edith).get(f"{URL}{take.thread_id}/"))
    assert page.index("Not for print") < page.index("Call the desk on 555 0100.")


def test_pictures_are_named_and_none_is_fetched(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    picture = {
        "type": "picture", "headline": "The inner gate", "byline": "Bo Bell",
        "renditions": {"full": {"href": "https://pictures.example.org/gate.jpg",
                                "mimetype": "image/jpeg"}},
    }  # fmt: skip
    take = comes(1, associations={"main": picture})
    page = body(at_desk(edith).get(f"{URL}{take.thread_id}/"))
    assert 'href="https://pictures.example.org/gate.jpg" rel="noreferrer noopener"' in page
    assert "The inner gate" in page
    assert 'src="https://pictures' not in page


def test_an_address_that_is_no_web_address_is_not_linked(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    take = comes(1)
    media = [{"href": "javascript://x/%0aalert(1)", "type": "image/jpeg"}, {"href": "http://[x"}]
    take.item["media"] = media
    take.save(update_fields=["item"])
    page = body(at_desk(edith).get(f"{URL}{take.thread_id}/"))
    assert "javascript:" not in page
    assert 'href="http://[x' not in page


def test_the_bytes_come_as_they_came_and_are_never_shown(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    take = comes(1, headline="<script>alert(1)</script>")
    answer = at_desk(edith).get(f"{URL}takes/{take.pk}/as-it-came/")
    assert answer.content == take.delivery.data
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    page = body(at_desk(edith).get(f"{URL}{take.thread_id}/"))
    assert "<script>alert" not in page


def test_linked_threads_stand_with_the_reason(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    one, other = comes(1), comes(2, headline="Another account of the race")
    Link.objects.create(one=one.thread, other=other.thread, reason="same quotation")
    client = at_desk(edith)
    page = body(client.get(f"{URL}{one.thread_id}/"))
    assert "The same event?" in page
    assert "Another account of the race" in page
    assert "same quotation" in page
    assert "Race 1" in body(client.get(f"{URL}{other.thread_id}/"))


def test_a_thread_that_went_into_another_leads_there(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    gone, standing = comes(1), comes(2)
    Thread.objects.filter(pk=gone.thread_id).update(gone_into=standing.thread)
    answer = at_desk(edith).get(f"{URL}{gone.thread_id}/")
    assert answer["Location"] == f"{URL}{standing.thread_id}/"


def test_its_stories_stand_beside_it_with_what_the_agency_says_since(
    at_desk: SignIn, edith: Any, paper: Any, comes: Comes
) -> None:
    take = comes(1, headline="Sea lock opens")
    story = make_story(take, user=edith, section=add_section(paper, "World")).story
    SecondThought.objects.create(
        paper=paper, story=story, take=take, kind="correction", found_by="lineage",
        received=timezone.now(),
    )  # fmt: skip
    page = body(at_desk(edith).get(f"{URL}{take.thread_id}/"))
    assert f"/newsroom/stories/{story.pk}/" in page
    assert "Updates are offered to it." in page
    assert f"/newsroom/second-thoughts/{SecondThought.objects.get().pk}/" in page
    assert "Make another story" in page


def test_to_open_a_thread_is_to_have_seen_what_came_until_then(
    at_desk: SignIn, edith: Any, comes: Comes
) -> None:
    take = comes(1)
    client = at_desk(edith)
    assert "Unread: " in body(client.get(URL))
    for _ in range(2):
        client.get(f"{URL}{take.thread_id}/")
    seen = Seen.objects.get()
    assert (seen.user, seen.at) == (edith, take.received)
    assert "Unread: " not in body(client.get(URL))


def test_many_takes_cost_as_many_queries_as_few(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    client, counts = at_desk(edith), []
    for minute in range(1, 14):
        take = comes(minute, uri="urn:sna:1", paragraphs=[*COPY, *words(minute)])
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{URL}{take.thread_id}/")
        counts.append(len(asked))
    assert counts[-1] == counts[2]


def test_words_of_any_script_run_their_own_way(at_desk: SignIn, edith: Any, comes: Comes) -> None:
    take = comes(
        1, headline="افتتاح الهويس", paragraphs=["افتتح الهويس يوم الجمعة."], language="ar"
    )
    client = at_desk(edith)
    page = body(client.get(f"{URL}{take.thread_id}/"))
    assert '<h1 dir="auto">افتتاح الهويس</h1>' in page
    # The word for readers of the screen stands outside: it would turn the line round.
    assert 'dir="auto" data-open>افتتاح الهويس</a>' in body(client.get(URL))


def test_a_take_of_no_text_says_so(at_desk: SignIn, edith: Any, paper: Any, comes: Comes) -> None:
    take = comes(1, paragraphs=[], type="picture", headline="The gate")
    assert "It has no text." in body(at_desk(edith).get(f"{URL}{take.thread_id}/"))
