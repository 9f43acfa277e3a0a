"""A shift in the wire room, walked in a browser on a paper that really runs: takes come in, the open
list says so, a thread is read and becomes a story."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.walk.conftest import Served

# One walk, one paper, one worker: each step stands on the step before.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("walk-wire")]

QUOTED = "“We waited two winters for this day, and would have waited two more,” said Ines Okafor."
LOCK = [
    "The sea lock at Port Selby opened on Friday after nine days of repairs to its inner gate.",
    QUOTED,
    "Forty boats lay in the outer basin when the gate moved for the first time since spring.",
]
#: The script of the screen asks every ten seconds.
SOON = 15_000


def send(served: Served, name: str, paragraphs: list[str], **said: Any) -> None:
    """An agency sends one item, as `broadsheet take` brings it."""
    item = {
        "uri": f"urn:walk:{name}", "type": "text", "source": "SNA", "language": "en",
        "versioncreated": "2026-03-06T09:00:00Z", "headline": name,
        "body_text": "\n\n".join(paragraphs),
    }  # fmt: skip
    file = served.folder.parent / f"{abs(hash((name, str(said))))}.json"
    file.write_text(json.dumps(item | said), "utf-8")
    served.broadsheet("take", str(file))


def room(served: Served, page: Any, query: str = "") -> Any:
    """Open the wire room."""
    page.goto(f"{served.address}/newsroom/wire/{query}")
    return page


def headlines(page: Any) -> list[str]:
    """The list as it stands, from the top."""
    return [str(text) for text in page.locator("[data-open]").all_inner_texts()]


def press(page: Any, button: Any) -> None:
    """Press a button and wait for where it leads."""
    with page.expect_navigation():
        button.click()


def fits(page: Any) -> bool:
    """Whether nothing has to be moved sideways."""
    return bool(
        page.evaluate(
            "document.documentElement.scrollWidth <= innerWidth &&"
            " [...document.querySelectorAll('.desk *')].every(one =>"
            " !one.checkVisibility() || one.closest('.sr, select, datalist') ||"
            " one.getBoundingClientRect().right <= innerWidth + 1)"
        )
    )


@pytest.fixture(scope="module")
def handset(newsroom: Any, browser: Any) -> Iterator[Any]:
    """The same editor on a phone."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True,
        storage_state=newsroom.context.storage_state(),
    )  # fmt: skip
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def unscripted(newsroom: Any, browser: Any) -> Iterator[Any]:
    """The same editor in a browser without script."""
    context = browser.new_context(
        java_script_enabled=False, storage_state=newsroom.context.storage_state()
    )
    yield context.new_page()
    context.close()


def test_01_an_empty_room_says_what_comes_here(served: Served, newsroom: Any) -> None:
    room(served, newsroom)
    expect(newsroom.get_by_text("No wire yet")).to_be_visible()
    newsroom.get_by_role("link", name="Add the first wire").click()
    expect(newsroom).to_have_url(re.compile(r"/newsroom/wires/add/$"))


def test_02_takes_come_in_and_an_open_screen_says_so_without_moving(
    served: Served, newsroom: Any
) -> None:
    send(served, "Sea lock opens", LOCK)
    send(served, "Ferry board meets", ["The ferry board met in Selby on Friday and rose at nine."])
    room(served, newsroom)
    assert headlines(newsroom) == ["Ferry board meets", "Sea lock opens"]
    send(served, "Choirs sing on the quay", ["Seven choirs sang on the quay at Selby on Friday."])
    send(
        served, "Prix du port", ["Le prix du port a été remis vendredi soir à Selby."],
        language="fr", urgency=2,
    )  # fmt: skip
    shown = newsroom.get_by_role("button", name="2 new. Show them")
    expect(shown).to_be_visible(timeout=SOON)
    assert headlines(newsroom) == ["Ferry board meets", "Sea lock opens"]
    shown.click()
    assert headlines(newsroom)[:2] == ["Prix du port", "Choirs sing on the quay"]
    expect(newsroom.locator("[data-open]").first).to_be_focused()
    expect(shown).to_have_count(0)


def test_03_the_list_is_narrowed_and_the_address_keeps_it(served: Served, newsroom: Any) -> None:
    room(served, newsroom)
    newsroom.get_by_text("Filters", exact=True).click()
    newsroom.get_by_label("Language", exact=True).select_option("fr")
    press(newsroom, newsroom.get_by_role("button", name="Show", exact=True))
    assert headlines(newsroom) == ["Prix du port"]
    assert "language=fr" in newsroom.url
    newsroom.reload()
    assert headlines(newsroom) == ["Prix du port"]
    press(newsroom, newsroom.get_by_role("link", name="Show everything"))
    assert len(headlines(newsroom)) == 4


def test_04_single_keys_walk_tick_and_take(served: Served, newsroom: Any) -> None:
    room(served, newsroom)
    newsroom.keyboard.press("j")
    newsroom.keyboard.press("j")
    expect(newsroom.locator("[data-open]").nth(1)).to_be_focused()
    newsroom.keyboard.press("x")
    expect(newsroom.locator("input[name=thread]").nth(1)).to_be_checked()
    newsroom.locator("#many-why").fill("jokes")
    assert newsroom.input_value("#many-why") == "jokes"
    newsroom.locator("[data-open]").nth(2).focus()
    with newsroom.expect_navigation():
        newsroom.keyboard.press("t")
    expect(newsroom.locator(".thread").nth(2)).to_contain_text("You have it")
    newsroom.locator("[data-open]").nth(2).focus()
    with newsroom.expect_navigation():
        newsroom.keyboard.press("o")
    expect(newsroom.locator("h1")).to_have_text("Ferry board meets")


def test_05_a_new_take_shows_what_is_new_in_it(served: Served, newsroom: Any) -> None:
    changed = LOCK[2].replace("Forty", "Fifty")
    send(
        served, "Sea lock opens", [*LOCK[:2], changed, "The board thanked the crews."],
        versioncreated="2026-03-06T10:00:00Z", ednote="Desk: Ann, 555 0100.",
    )  # fmt: skip
    room(served, newsroom)
    expect(newsroom.locator(".thread").first).to_contain_text("2 takes")
    press(newsroom, newsroom.get_by_role("link", name="Sea lock opens"))
    new = newsroom.locator("section", has=newsroom.get_by_role("heading", name="What is new in it"))
    expect(new.locator("ins")).to_have_text(["Fifty ", "The board thanked the crews."])
    expect(new.locator("del")).to_have_text(["Forty "])
    expect(newsroom.locator(".take-note-private")).to_contain_text("Not for print")


def test_06_a_story_is_made_with_its_credit_and_where_it_came_from(
    served: Served, newsroom: Any, desk: Any
) -> None:
    newsroom.locator("#id_section").select_option(label="Harbour Desk")
    press(newsroom, newsroom.get_by_role("button", name="Make story"))
    expect(newsroom).to_have_url(re.compile(r"/newsroom/stories/\d+/$"))
    expect(newsroom.locator(".facts")).to_contain_text("SNA")
    expect(newsroom.locator(".facts")).to_contain_text("Made from")
    press(newsroom, newsroom.get_by_role("button", name="Publish").first)
    address = newsroom.get_by_role("link", name="See it on the paper").get_attribute("href")
    desk.goto(served.address + address)
    article = desk.inner_text("article")
    assert "Fifty boats lay in the outer basin" in article
    assert "SNA" in article
    assert "555 0100" not in desk.content()
    room(served, newsroom)
    expect(newsroom.locator(".thread").first).to_contain_text("live story")


def test_07_on_a_phone_one_thumb_ticks_spikes_and_undoes(served: Served, handset: Any) -> None:
    room(served, handset)
    bar = handset.get_by_role("button", name="Spike", exact=True)
    expect(bar).to_be_hidden()
    handset.locator("input[name=thread]").nth(1).tap()
    expect(bar).to_be_in_viewport()
    handset.locator("#many-why").fill("Not for us")
    press(handset, bar)
    assert len(headlines(handset)) == 3
    press(handset, handset.get_by_role("button", name="Undo"))
    assert len(headlines(handset)) == 4


@pytest.mark.parametrize("width", [390, 320])
def test_08_nothing_is_moved_sideways_on_a_phone(served: Served, handset: Any, width: int) -> None:
    send(
        served, f"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen {width} " * 4,
        [f"Caps of captains were shown in hall {width} for {width + 3} days until Friday."],
        embargoed="2199-01-01T00:00:00Z",
    )  # fmt: skip
    handset.set_viewport_size({"width": width, "height": 844})
    room(served, handset)
    assert fits(handset)
    handset.locator("input[name=thread]").first.tap()
    assert fits(handset)
    for number in range(2):
        room(served, handset)
        press(handset, handset.locator("[data-open]").nth(number))
        assert fits(handset)


def test_09_without_script_the_room_reads_and_takes(served: Served, unscripted: Any) -> None:
    room(served, unscripted)
    assert len(headlines(unscripted)) == 6
    assert unscripted.locator('noscript meta[http-equiv="refresh"]').count() == 1
    press(unscripted, unscripted.get_by_role("button", name="Take it: “Prix du port”"))
    row = unscripted.locator(".thread", has_text="Prix du port")
    expect(row).to_contain_text("You have it")


def test_10_a_kill_is_said_in_red_and_folds_the_text_away(served: Served, newsroom: Any) -> None:
    send(
        served, "Choirs sing on the quay", [], headline="", pubstatus="canceled",
        versioncreated="2026-03-06T11:00:00Z", ednote="Kill. Nobody sang.",
    )  # fmt: skip
    room(served, newsroom)
    first = newsroom.locator(".thread").first
    expect(first.locator(".sign-kill")).to_have_text("KILLED")
    expect(first).not_to_contain_text("Seven choirs")
    press(newsroom, first.locator("[data-open]"))
    expect(newsroom.get_by_text("Kill. Nobody sang.")).to_be_visible()
    expect(newsroom.get_by_text("Seven choirs sang")).to_be_hidden()
    expect(newsroom.get_by_role("button", name=re.compile("^Make"))).to_have_count(0)
