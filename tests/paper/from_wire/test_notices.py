"""A wire that falls silent is told to those who do not look at a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from broadsheet.paper.from_wire import notices
from broadsheet.paper.models import Notice
from broadsheet.wire.models import Wire
from broadsheet.wire.signals import wire_back, wire_silent


def test_a_silent_wire_and_its_return_are_mailed(
    paper: Any, edith: Any, settings: Any, mailoutbox: list[Any]
) -> None:
    settings.CONFIG = replace(
        settings.CONFIG, mail_url="smtp://mail.example", alarm_mail=("desk@clarion.example",)
    )
    wire = Wire.objects.create(paper=paper, name="SNA", slug="sna", kind="poll", silent_after=30)
    wire_silent.send(Wire, wire=wire, last=None)
    wire_back.send(Wire, wire=wire)
    assert notices.send_waiting() == 2
    assert [mail.subject for mail in mailoutbox] == ["Silent: SNA", "Back: SNA"]
    assert mailoutbox[0].bcc == ["desk@clarion.example"]
    assert "more than 30 minutes" in mailoutbox[0].body


def test_nothing_is_written_down_where_no_way_out_is_set(paper: Any, settings: Any) -> None:
    wire = Wire.objects.create(paper=paper, name="SNA", slug="sna", kind="poll", silent_after=30)
    wire_silent.send(Wire, wire=wire, last=None)
    assert not Notice.objects.exists()
