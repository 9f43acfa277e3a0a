"""Replies in the browser's language: the form under a story, and every answer to it."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client
from wagtail.models import Site

from broadsheet.paper import publishing
from broadsheet.paper.founding import add_section
from broadsheet.replies import deciding
from broadsheet.replies.models import Reply, Sending
from broadsheet.replies.web import send as send_module

pytestmark = pytest.mark.django_db

WRITTEN = {
    "name": "Reader",
    "email": "reader@example.org",
    "text": "I was on it.\nIt sails.",
    "website": "",
}
FROM_HERE = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def _host(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "paper.example"]
    cache.clear()


@pytest.fixture
def story(paper: Site, write: Any) -> Any:
    return write(headline="Ferry back in service")


def post(story: Any, headers: dict[str, str] | None = None, **written: str) -> Any:
    client = Client(enforce_csrf_checks=True)
    return client.post(
        f"{story.address}replies/",
        {**WRITTEN, **written},
        headers=FROM_HERE if headers is None else headers,
    )


def text_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_a_reply_is_kept_and_the_reader_is_thanked(story: Any) -> None:
    answer = post(story)
    assert (answer.status_code, answer["Location"]) == (303, f"{story.address}replies/received/")
    assert not answer.cookies
    thanks = Client().get(answer["Location"])
    assert "Thank you" in text_of(thanks)
    assert story.address in text_of(thanks)
    assert "public" in thanks["Cache-Control"]
    assert not thanks.cookies
    reply = Reply.objects.get()
    assert (reply.name, reply.text, reply.status) == (
        "Reader",
        "I was on it.\nIt sails.",
        "waiting",
    )


def test_a_reply_sent_twice_is_thanked_twice_and_kept_once(story: Any) -> None:
    assert [post(story).status_code, post(story).status_code] == [303, 303]
    assert Reply.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Please write the name"),
        ("name", "\u200b\u202e", "Please write the name"),
        ("name", "n" * 81, "this one has 81"),
        ("email", "", "Please write your e-mail address"),
        ("email", "no address", "This is no e-mail address"),
        ("email", "a" * 250 + "@example.org", "too long"),
        ("text", "", "Please write your reply"),
        ("text", " \n \x00 ", "Please write your reply"),
        ("text", "t" * 4001, "this one has 4001"),
        ("website", "http://buy.example", "hidden field"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written_is_lost(
    story: Any, field: str, value: str, sentence: str
) -> None:
    answer = post(story, None, **{field: value})
    page = text_of(answer)
    assert (answer.status_code, answer["Cache-Control"]) == (422, "no-store")
    assert sentence in page
    for other in ("name", "email", "text"):
        if other != field:
            assert WRITTEN[other] in page.replace("\r\n", "\n")
    assert not Reply.objects.exists()
    assert "http://buy.example" not in page


def test_a_text_of_exactly_the_length_is_taken_however_its_lines_end(story: Any) -> None:
    text = "\r\n".join(["x" * 99] * 40)
    assert post(story, text=text).status_code == 303
    assert len(Reply.objects.get().text) == 3999


def test_what_was_written_is_shown_again_harmless(story: Any) -> None:
    written = "</textarea><script>alert(1)</script>"
    answer = post(story, text=written, email="no", name='"><img src=x>')
    assert b"<script>alert" not in answer.content
    assert b"<img src=x" not in answer.content
    assert written in text_of(answer)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://testserver"},
        {"Origin": "https://testserver"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    ],
    ids=str,
)
def test_a_form_of_our_own_page_is_taken(story: Any, headers: dict[str, str]) -> None:
    assert post(story, headers).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://other.testserver"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://testserver.evil.example"},
        {"Origin": "http://testserver:8001"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://[broken"},
    ],
    ids=str,
)
def test_a_form_of_another_site_is_refused_in_words(story: Any, headers: dict[str, str]) -> None:
    answer = post(story, headers)
    assert answer.status_code == 403
    assert "another site" in text_of(answer)
    assert "It sails." in text_of(answer)
    assert not Reply.objects.exists()


def test_the_public_address_counts_as_our_own(story: Any, settings: Any) -> None:
    from dataclasses import replace

    settings.CONFIG = replace(settings.CONFIG, public_url="https://paper.example")
    assert post(story, {"Origin": "https://paper.example"}).status_code == 303


def test_too_many_are_told_when_and_keep_their_words(story: Any, settings: Any) -> None:
    for number in range(settings.CONFIG.replies_per_hour):
        assert post(story, text=f"Reply {number}").status_code == 303
    answer = post(story, text="One more thing")
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 3601
    assert "One more thing" in text_of(answer)
    assert "60 minutes" in text_of(answer)


def test_what_is_wrong_in_a_field_does_not_count_towards_the_hour(story: Any) -> None:
    for _ in range(30):
        post(story, email="no")
    assert not Sending.objects.exists()


def test_closed_replies_say_so_and_give_the_words_back(story: Any) -> None:
    type(story).objects.filter(pk=story.pk).update(replies_open=False)
    answer = post(story)
    assert answer.status_code == 403
    assert "closed" in text_of(answer)
    assert "It sails." in text_of(answer)


def test_a_story_that_was_taken_down_gives_the_words_back(story: Any) -> None:
    publishing.take_down(story)
    answer = post(story)
    assert answer.status_code == 404
    assert "It sails." in text_of(answer)
    assert "Ferry back" not in text_of(answer)


def test_a_reply_to_an_address_that_has_moved_meanwhile_still_arrives(
    paper: Site, story: Any
) -> None:
    opened = story.address
    draft = story.get_latest_revision_as_object()
    draft.public_slug = "ferry-is-back"
    publishing.publish(draft)
    world = add_section(paper, "World")
    world.slug = "abroad"
    world.save_revision().publish()
    for address in (opened, opened.replace("ferry-back-in-service", "ferry-is-back")):
        answer = Client().post(f"{address}replies/", {**WRITTEN, "text": address})
        assert answer.status_code == 303
    assert Reply.objects.filter(story=story).count() == 2


def test_an_address_that_never_was_gives_the_words_back(paper: Site) -> None:
    answer = Client().post("/world/2026/01/02/no-such-story/replies/", WRITTEN)
    assert answer.status_code == 404
    assert "It sails." in text_of(answer)


def test_more_than_any_reply_can_be_is_not_read(story: Any) -> None:
    assert post(story, text="x" * 70_000).status_code == 413


def test_a_database_that_is_away_is_said_and_gives_the_words_back(
    story: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: object, **kwargs: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(send_module, "receive", away)
    answer = post(story)
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "It sails." in text_of(answer)


def test_looking_at_the_forms_own_address_leads_to_the_replies(story: Any) -> None:
    answer = Client().get(f"{story.address}replies/")
    assert answer["Location"] == f"{story.address}#replies"


def accept_many(story: Any, count: int, user: Any) -> None:
    from django.utils import timezone

    Reply.objects.bulk_create(
        Reply(
            paper=story.paper,
            story=story,
            name=f"Reader {n}",
            text=f"Reply number {n}.",
            email_sealed=b"",
            email_hmac="",
            text_hash="",
            received=timezone.now(),
            status=Reply.Status.ACCEPTED,
        )
        for n in range(1, count + 1)
    )


def test_only_accepted_replies_are_printed_the_oldest_first(story: Any, mona: Any) -> None:
    for name in ("First", "Second", "Third"):
        post(story, name=name, text=f"By {name}")
    first, second, third = Reply.objects.order_by("received", "pk")
    deciding.accept(third, mona)
    deciding.accept(first, mona)
    deciding.refuse(second, mona)
    page = text_of(Client().get(story.address))
    assert page.index("By First") < page.index("By Third")
    assert "By Second" not in page
    assert "2 replies" in page


def test_a_readers_words_are_printed_as_plain_text(story: Any, mona: Any) -> None:
    post(story, text="See http://x.example\nnow <b>bold</b>\n\nنعم", name="<i>Ira</i>")
    deciding.accept(Reply.objects.get(), mona)
    page = Client().get(story.address).content.decode()
    assert "See http://x.example<br>now &lt;b&gt;bold&lt;/b&gt;" in page
    assert "&lt;i&gt;Ira&lt;/i&gt;" in page
    assert '<p dir="auto">نعم</p>' in page
    assert 'href="http://x.example' not in page


def test_a_readers_e_mail_address_is_on_no_page(story: Any, mona: Any) -> None:
    post(story)
    deciding.accept(Reply.objects.get(), mona)
    for address in (story.address, f"{story.address}replies/received/", "/"):
        assert "reader@example.org" not in text_of(Client().get(address))


def test_the_story_page_carries_the_form_and_no_cookie_or_token(story: Any) -> None:
    answer = Client().get(story.address)
    page = text_of(answer)
    assert f'action="{story.address}replies/"' in page
    assert "csrf" not in page
    assert not answer.cookies


def test_closed_replies_show_no_form(story: Any) -> None:
    type(story).objects.filter(pk=story.pk).update(replies_open=False)
    page = text_of(Client().get(story.address))
    assert "<textarea" not in page
    assert "closed" in page


def test_later_pages_have_their_own_address(story: Any, mona: Any) -> None:
    accept_many(story, 120, mona)
    first = text_of(Client().get(story.address))
    assert "Reply number 50." in first
    assert "Reply number 51." not in first
    assert f"{story.address}replies/2/" in first
    third = Client().get(f"{story.address}replies/3/")
    assert "Reply number 101." in text_of(third)
    assert "public" in third["Cache-Control"]
    assert Client().get(f"{story.address}replies/4/").status_code == 404
    assert Client().get(f"{story.address}replies/1/")["Location"] == f"{story.address}#replies"


def test_a_story_with_forty_thousand_replies_is_read_with_two_short_queries(
    story: Any, mona: Any, django_assert_num_queries: Any
) -> None:
    from broadsheet.replies.presenting import replies_view

    accept_many(story, 40_000, mona)
    story = type(story).objects.select_related("paper__masthead", "home_section").get()
    with django_assert_num_queries(2) as asked:
        view = replies_view(story, 800)
    assert view is not None
    assert (view.count, view.last, view.replies[-1].number) == (40_000, 800, 40_000)
    assert [turn.text for turn in view.turns] == ["1", "", "798", "799", "800"]
    assert "email" not in "".join(query["sql"] for query in asked.captured_queries)
