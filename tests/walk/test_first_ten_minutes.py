"""The first ten minutes of a newsroom, walked in a browser on a paper that really runs."""

from __future__ import annotations

import re
import time
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from tests.walk.conftest import Served

# One walk, one paper, one worker: each step stands on the step before.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("walk")]

PASTED = """-Top News Harbour Desk World

Minister opens lock at Port Selby

The gate had been shut for two years after the flood of the spring. …reports Selby Evening Post

Transport Minister Ines Okafor on Tuesday opened the sea lock at Port Selby. She will meet the \
harbour board on Wednesday, reported Channel Nine.\u00a0

Sharing a post on X, formerly known as Twitter, Okafor stated, “Back at Port Selby to see the \
gates move again, and to thank the crews who never stopped.”

“We waited two winters for this,” said harbour master Tom Reyes. Okafor praised the crews. \
Okafro then left for the capital. Okafor will return in May. (SNA)

ALSO READ: Ferry timetable changes for the summer

Leave a Reply

Your email address will not be published. Required fields are marked *
"""
ADDRESS = "/harbour-desk/2026/03/04/minister-opens-lock-at-port-selby/"
FURNITURE = ("Leave a Reply", "Required fields are marked *", "ALSO READ", "Top News Harbour")


WHERE_THE_WORD_STANDS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf('Okafro');
    if (at >= 0 && walk.currentNode.parentElement.closest('[contenteditable=true]')) {
      const range = document.createRange();
      range.setStart(walk.currentNode, at);
      range.setEnd(walk.currentNode, at + 6);
      const box = range.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    }
  }
}"""


def front(served: Served, page: Any) -> str:
    """The words of the front as a reader sees it now."""
    page.goto(served.address + "/")
    return str(page.inner_text("body"))


def press(page: Any, button: Any) -> None:
    """Press a button, named by its words or found already, and wait for the page it leads to."""
    if isinstance(button, str):
        button = page.get_by_role("button", name=button, exact=True).first
    with page.expect_navigation():
        button.click()


def test_01_the_link_leads_to_today_and_works_once(
    served: Served, newsroom: Any, desk: Any
) -> None:
    newsroom.goto(served.address + "/newsroom/")
    assert "Today" in newsroom.inner_text("h1")
    assert newsroom.locator("textarea").first.is_visible()
    answer = desk.goto(served.link)
    assert answer.status == 410


def test_02_pasted_copy_is_read_and_published(served: Served, newsroom: Any, desk: Any) -> None:
    newsroom.goto(served.address + "/newsroom/")
    newsroom.locator("textarea").first.fill(PASTED)
    press(newsroom, "Read it")
    words = newsroom.inner_text("main")
    assert "No date found. When was this published?" in words
    assert newsroom.input_value("#id_headline") == "Minister opens lock at Port Selby"
    ticked = newsroom.locator("input[name=section]:checked")
    assert ticked.count() == 2
    newsroom.check("input[name=when][value=day]")
    newsroom.fill("#id_day", "2026-03-04")
    newsroom.locator("button[value=publish]").first.click()
    newsroom.wait_for_url(re.compile(r"/newsroom/stories/\d+/"))
    assert "Minister opens lock at Port Selby" in front(served, desk)


def test_03_the_page_is_the_story_and_nothing_of_the_page_around_it(
    served: Served, desk: Any
) -> None:
    answer = desk.goto(served.address + ADDRESS)
    words = desk.inner_text("main")
    for part in ("The gate had been shut", "SNA", "Selby Evening Post", "Channel Nine"):
        assert part in words
    article = desk.inner_text("article")
    assert not [line for line in FURNITURE if line in article]
    assert "set-cookie" not in answer.headers
    assert desk.context.cookies() == []
    scripts = desk.locator("script:not([type='application/ld+json'])")
    assert scripts.count() == 0
    assert desk.locator("blockquote", has_text="Back at Port Selby").count() == 1


def test_04_the_editor_is_reached_from_the_address_and_a_name_is_mended(
    served: Served, newsroom: Any, desk: Any
) -> None:
    newsroom.goto(served.address + ADDRESS + "edit/")
    assert "/newsroom/" in newsroom.url
    newsroom.locator("[contenteditable=true]", has_text="Okafro then left").first.click()
    newsroom.mouse.dblclick(*newsroom.evaluate(WHERE_THE_WORD_STANDS))
    newsroom.keyboard.type("Okafor")
    # The editor hands what was typed to its form a quarter of a second later.
    newsroom.wait_for_timeout(600)
    press(newsroom, newsroom.get_by_role("button", name="Publish").first)
    desk.goto(served.address + ADDRESS)
    assert "Okafro" not in desk.inner_text("article")


def story_desk(served: Served, page: Any) -> None:
    """Go to the story's desk in the newsroom."""
    page.goto(served.address + "/newsroom/stories/")
    page.get_by_role("link", name="Minister opens lock at Port Selby").first.click()
    page.wait_for_load_state()


def test_05_the_change_is_undone_and_made_again(served: Served, newsroom: Any, desk: Any) -> None:
    for wanted in (True, False):
        story_desk(served, newsroom)
        press(newsroom, newsroom.get_by_role("button", name=re.compile("Undo")).first)
        desk.goto(served.address + ADDRESS)
        assert ("Okafro" in desk.inner_text("article")) is wanted


def test_06_a_reply_sent_twice_from_a_phone_is_kept_once_and_printed_when_accepted(
    served: Served, newsroom: Any, phone: Any
) -> None:
    for _ in range(2):
        phone.goto(served.address + ADDRESS)
        phone.fill("input[name=name]", "Reader of Selby")
        phone.fill("input[name=email]", "reader@example.org")
        phone.fill("textarea[name=text]", "About time. My boat has waited since the flood.")
        press(phone, phone.get_by_role("button", name="Send"))
    phone.goto(served.address + ADDRESS)
    assert "My boat has waited" not in phone.content()
    newsroom.goto(served.address + "/newsroom/replies/")
    words = newsroom.inner_text("main")
    assert words.count("My boat has waited") == 1
    assert "reader@example.org" not in newsroom.content()
    press(newsroom, newsroom.get_by_role("button", name="Accept the reply").first)
    phone.goto(served.address + ADDRESS)
    assert phone.inner_text("main").count("My boat has waited") == 1
    assert "reader@example.org" not in phone.content()


def test_07_a_reporter_is_invited_writes_and_is_refused_publish(
    served: Served, newsroom: Any, browser: Any
) -> None:
    newsroom.goto(served.address + "/newsroom/staff/")
    newsroom.fill("#id_name", "Rob Reporter")
    newsroom.fill("#id_email", "rob@example.org")
    newsroom.select_option("#id_role", label="Reporter")
    press(newsroom, newsroom.locator("form:has(#id_email) button[type=submit]"))
    link = re.search(r"https?://\S+/newsroom/enter/[\w-]+/", newsroom.content())
    assert link is not None
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    rob = context.new_page()
    rob.goto(served.address + re.sub(r"^https?://[^/]+", "", link[0]))
    rob.get_by_role("button").click()
    rob.wait_for_url(f"{served.address}/newsroom/")
    rob.locator("textarea").first.fill(
        "World\n\nRob writes a story\n\nIt has one paragraph of Rob’s own, and it is a good one.\n"
    )
    press(rob, "Read it")
    assert rob.locator("button[value=publish]").count() == 0
    home = rob.locator("input[name=section]").first
    if not home.is_checked():
        home.check()
    rob.check("input[name=when][value=now]")
    rob.locator("button[value=draft]").first.click()
    rob.wait_for_url(re.compile(r"/newsroom/stories/\d+/"))
    assert rob.get_by_role("button", name="Publish").count() == 0
    context.close()


def test_08_a_scheduled_story_is_published_by_itself(
    served: Served, newsroom: Any, desk: Any
) -> None:
    newsroom.goto(served.address + "/newsroom/paste/")
    newsroom.locator("textarea").first.fill(
        "World\n\nFerry to run at night\n\nThe night ferry sails from Monday, the board said.\n"
    )
    press(newsroom, "Read it")
    newsroom.check("input[name=when][value=now]")
    soon = datetime.now(ZoneInfo("Europe/Lisbon")) + timedelta(seconds=62)
    newsroom.locator("details.later summary").click()
    newsroom.fill("#id_go_live", soon.strftime("%Y-%m-%dT%H:%M"))
    press(newsroom, newsroom.locator("button[value=schedule]").first)
    assert "Ferry to run at night" not in front(served, desk)
    due = soon.replace(second=0, microsecond=0)
    time.sleep(max(0.0, (due - datetime.now(due.tzinfo)).total_seconds()) + 5)
    assert "Ferry to run at night" in front(served, desk)


def test_09_a_hand_placed_lead_stays_when_newer_news_comes(
    served: Served, newsroom: Any, desk: Any
) -> None:
    newsroom.goto(served.address + "/newsroom/front/")
    lead = re.compile("Make Minister opens lock at Port Selby the lead")
    press(newsroom, newsroom.get_by_role("button", name=lead))
    press(newsroom, "Publish the front")
    copy = served.folder.parent / "newer.txt"
    copy.write_text("World\n\nNewer than all\n\nThis came last, the editor said.\n", "utf-8")
    served.broadsheet("file", str(copy), "--publish")
    words = front(served, desk)
    assert words.index("Minister opens lock") < words.index("Newer than all")


def test_10_a_picture_loses_its_place_and_stands_at_the_story(
    served: Served, newsroom: Any, tmp_path: Path
) -> None:
    picture = tmp_path / "lock.jpg"
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0110] = "Phone of Rob"
    Image.effect_mandelbrot((1600, 1067), (-2, -1.5, 1, 1.5), 60).convert("RGB").save(
        out, "JPEG", exif=exif.tobytes()
    )
    picture.write_bytes(out.getvalue())
    newsroom.goto(served.address + "/newsroom/images/add/")
    newsroom.set_input_files("input[type=file]", str(picture))
    newsroom.fill("#id_alt", "The gates of the lock, half open")
    newsroom.fill("#id_caption", "The lock on Tuesday")
    newsroom.fill("#id_credit", "Rob Reporter")
    press(newsroom, "Upload")
    kept = list((served.folder / "data" / "media" / "original_images").glob("*"))
    assert len(kept) == 1
    assert b"Phone of Rob" not in kept[0].read_bytes()


def test_11_the_story_is_taken_down_from_a_phone_and_its_address_says_so(
    served: Served, newsroom: Any, desk: Any
) -> None:
    newsroom.set_viewport_size({"width": 390, "height": 844})
    story_desk(served, newsroom)
    newsroom.fill("#id_note", "the agency withdrew it")
    newsroom.check("#id_sure")
    press(newsroom, newsroom.get_by_role("button", name="Take it down"))
    newsroom.set_viewport_size({"width": 1440, "height": 1000})
    answer = desk.goto(served.address + ADDRESS)
    assert answer.status == 410
    assert "Okafor" not in desk.content()
    assert "Minister opens lock" not in front(served, desk)
    desk.goto(served.address + "/feed.xml")
    assert "Minister opens lock" not in desk.content()
