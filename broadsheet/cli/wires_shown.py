"""How every wire stands, for a person and for a machine: no key and no password in it."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

from broadsheet.cli.terminal import safe

if TYPE_CHECKING:
    from wagtail.models import Site

    from broadsheet.wire.models import Wire

_SHOWN = 20


def show(paper: Site, tokens: dict[str, str], *, as_json: bool) -> int:
    """Print every wire, and what lies in quarantine; 1 when something is wrong, else 0.

    Args:
        tokens: those just made, by the wire's name; shown this once.
    """
    from broadsheet.wire.coming.due import silent
    from broadsheet.wire.models import Delivery, Wire

    wires = list(Wire.objects.filter(paper=paper).select_related("agency"))
    held = Delivery.objects.filter(paper=paper, state=Delivery.State.QUARANTINED)
    if as_json:
        rows = [_facts(wire, tokens) for wire in wires]
        print(json.dumps({"wires": rows, "quarantine": held.count()}, ensure_ascii=False, indent=2))
    else:
        _print(wires, held, tokens)
    wrong = any(wire.working and (wire.error or silent(wire)) for wire in wires)
    return 1 if wrong or held.exists() else 0


def _print(wires: list[Wire], held: Any, tokens: dict[str, str]) -> None:
    if not wires:
        print("There is no wire yet. Add one: broadsheet wires --add https://news.example/feed.xml")
    for wire in wires:
        for line in _lines(wire, tokens.get(wire.name, "")):
            print(safe(line))
    for delivery in held.order_by("-received")[:_SHOWN]:
        print(
            f"quarantine: {safe(str(delivery))} ({_when(delivery.received)}): {safe(delivery.reason)}"
        )
    if held.count() > _SHOWN:
        print(f"quarantine: and {held.count() - _SHOWN} more", file=sys.stderr)


def _lines(wire: Wire, token: str) -> list[str]:
    from broadsheet.wire.coming import hubs
    from broadsheet.wire.coming.silence import silent_since

    lines = [f"{wire.name}: {_state(wire)}; {_way(wire)} {_address(wire)}"]
    if token:
        lines += [
            f"  token {token}",
            "  Give both to the sender now: the token is not shown again.",
        ]
    lag = f", {wire.lag:.0f} s after the agency" if wire.lag is not None else ""
    asked = wire.kind not in {"push", "hand", "folder"} and wire.working
    then = f"; next poll {_when(wire.next_poll, 'at once')}" if asked else ""
    lines.append(f"  last take {_when(wire.last_take)}{lag}{then}")
    if since := silent_since(wire):
        lines.append(f"  silent, as was said {_when(since)}")
    if hub := hubs.facts(wire):
        lines.append(f"  hub {hub['hub']}: {_hub_state(hub)}")
    return [*lines, f"  {wire.error}"] if wire.error else lines


def _hub_state(hub: dict[str, Any]) -> str:
    if hub["lease_ends"]:
        return f"tells us what is new until {_when(datetime.fromisoformat(hub['lease_ends']))}"
    return str(hub["problem"] or "has been asked, and has not asked back yet")


def _state(wire: Wire) -> str:
    from broadsheet.wire.coming.due import silent

    if not wire.working:
        return "switched off"
    return "silent" if silent(wire) else "in trouble" if wire.error else "in order"


def _way(wire: Wire) -> str:
    return {"poll": "asked at", "mailbox": "mailbox", "folder": "folder"}.get(wire.kind, "sent to")


def _address(wire: Wire) -> str:
    """What people may see of it; for one to which takes are sent, with the paper's own address."""
    from django.conf import settings

    from broadsheet.wire.coming.adding import shown

    if wire.kind != "push":
        return shown(wire)
    config = settings.CONFIG
    public = str(config.public_url).rstrip("/") or f"http://{config.host}:{config.port}"
    return public + shown(wire)


def _when(moment: datetime | None, never: str = "never") -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC") if moment else never


def _facts(wire: Wire, tokens: dict[str, str]) -> dict[str, Any]:
    from broadsheet.wire.coming import hubs
    from broadsheet.wire.coming.due import silent
    from broadsheet.wire.coming.silence import silent_since

    since = silent_since(wire)
    token = {"token": tokens[wire.name]} if wire.name in tokens else {}
    return {
        "name": wire.name,
        "slug": wire.slug,
        "kind": wire.kind,
        "address": _address(wire),
        **token,
        "agency": wire.agency.name if wire.agency else None,
        "working": wire.working,
        "silent": silent(wire),
        "silent_since": since.isoformat() if since else None,
        "error": wire.error or None,
        "failures": wire.failures,
        "last_take": wire.last_take.isoformat() if wire.last_take else None,
        "last_asked": wire.last_asked.isoformat() if wire.last_asked else None,
        "lag_seconds": wire.lag,
        "every_seconds": wire.every,
        "next_poll": wire.next_poll.isoformat() if wire.next_poll else None,
        "keep_days": wire.keep_days,
        "websub": hubs.facts(wire),
    }
