"""The readers of wire formats load nothing of the web, and one format not another."""

from __future__ import annotations

from tests.test_rooms import HEAVY, loaded_by, modules_of


def test_no_reader_of_a_wire_format_loads_the_web() -> None:
    loaded = loaded_by("\n".join(f"import {name}" for name in modules_of("wire/formats")))
    assert "lxml" in loaded
    assert loaded.isdisjoint(set(HEAVY) - {"lxml"})


def test_a_feed_is_read_without_the_copy_desk() -> None:
    code = (
        "from broadsheet.wire import formats\nformats.items(b'<rss><channel/></rss>')\nimport sys"
    )
    desk = f"{code}\nassert not any(m.startswith('broadsheet.copydesk') for m in sys.modules)"
    assert "broadsheet" in loaded_by(desk)
