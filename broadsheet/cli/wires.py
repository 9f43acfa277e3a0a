"""`broadsheet wires`: how every wire stands; adding, asking and removing one; the quarantine."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

from broadsheet.cli.paper_option import add_paper_option, open_paper, refuse
from broadsheet.cli.terminal import safe

if TYPE_CHECKING:
    from wagtail.models import Site

    from broadsheet.wire.models import Wire

HELP = """Show how every wire stands: its last take, how far behind it was, what is wrong, the next poll.

Exit code 1: a wire has an error or is silent, or something lies in quarantine.

examples:
  broadsheet wires
  broadsheet wires --add https://news.example/feed.xml --name "The Example" --every 120
  broadsheet wires --add /srv/wire/ana --name ANA      # a folder
  broadsheet wires --ask "The Example"                 # now
  broadsheet wires --retry                             # read what lies in quarantine again"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("--add", metavar="ADDRESS", help="a feed's web address, or a folder")
    parser.add_argument("--name", default="", help="what the wire is called (with --add)")
    parser.add_argument(
        "--agency", default="", metavar="NAME", help="whose copy it is (with --add)"
    )
    parser.add_argument(
        "--every", type=int, default=300, metavar="SECONDS", help="between two polls (default 300)"
    )
    parser.add_argument(
        "--silent-after", type=int, default=0, metavar="MINUTES",
        help="say so when it has brought nothing for so long",
    )  # fmt: skip
    parser.add_argument(
        "--private", action="store_true", help="the address may lie inside the private network"
    )
    parser.add_argument("--ask", metavar="NAME", help="ask one wire now")
    parser.add_argument("--remove", metavar="NAME", help="remove a wire; its takes stay")
    parser.add_argument("--retry", action="store_true", help="read the quarantine again")
    parser.add_argument("--json", action="store_true", help="for machines")
    add_paper_option(parser)


def run(args: argparse.Namespace) -> int:
    """Do what was asked, then show every wire."""
    config = open_paper(args)
    from broadsheet.paper.founding import only_paper

    paper = only_paper()
    if paper is None:
        refuse(f"no paper stands in {config.folder}. Found one: broadsheet init {config.folder}")
    if args.add:
        _add(paper, args)
    if args.remove:
        _named(paper, args.remove).delete()
    if args.ask:
        from broadsheet.wire.coming.due import ask

        print(f"{args.ask}: {ask(_named(paper, args.ask).pk)} new takes")
    if args.retry:
        from broadsheet.wire.keeping.quarantine import retry

        print(f"{retry(paper)} of the quarantine can be read now")
    return _show(paper, as_json=args.json)


def _add(paper: Site, args: argparse.Namespace) -> None:
    from django.utils.text import slugify

    from broadsheet.wire.models import Agency, Wire

    web = args.add.startswith(("http://", "https://"))
    name = args.name or args.add.rstrip("/").rpartition("/")[2]
    slug = slugify(name, allow_unicode=True)[:120] or "wire"
    if Wire.objects.filter(paper=paper, slug=slug).exists():
        refuse(f"there is a wire called “{name}” already. Give another --name.")
    agency = None
    if args.agency:
        agency = Agency.objects.filter(paper=paper, name__iexact=args.agency).first()
        if agency is None:
            known = ", ".join(Agency.objects.filter(paper=paper).values_list("name", flat=True))
            refuse(f"the paper knows no agency “{args.agency}”. It knows: {known or 'none yet'}.")
    Wire.objects.create(
        paper=paper,
        name=name[:120],
        slug=slug,
        kind=Wire.Kind.POLL if web else Wire.Kind.FOLDER,
        address=args.add,
        agency=agency,
        every=max(10, args.every),
        silent_after=max(0, args.silent_after),
        settings={"private_network": True} if args.private else {},
    )


def _named(paper: Site, name: str) -> Wire:
    from broadsheet.wire.models import Wire

    wire = Wire.objects.filter(paper=paper, name__iexact=name).first()
    if wire is None:
        names = ", ".join(Wire.objects.filter(paper=paper).values_list("name", flat=True))
        refuse(f"there is no wire “{name}”. There is: {names or 'none yet'}.")
    return wire


def _show(paper: Site, *, as_json: bool) -> int:
    from broadsheet.wire.coming.due import silent
    from broadsheet.wire.models import Delivery, Wire

    wires = list(Wire.objects.filter(paper=paper).select_related("agency"))
    held = Delivery.objects.filter(paper=paper, state=Delivery.State.QUARANTINED)
    if as_json:
        rows = [_facts(wire, is_silent=silent(wire)) for wire in wires]
        print(json.dumps({"wires": rows, "quarantine": held.count()}, ensure_ascii=False, indent=2))
    else:
        _print(wires, held)
    wrong = any(wire.error or silent(wire) for wire in wires)
    return 1 if wrong or held.exists() else 0


def _print(wires: list[Wire], held: Any) -> None:
    from broadsheet.wire.coming.due import silent

    if not wires:
        print("There is no wire yet. Add one: broadsheet wires --add https://news.example/feed.xml")
    for wire in wires:
        state = "silent" if silent(wire) else "in trouble" if wire.error else "in order"
        print(
            f"{safe(wire.name)}: {state if wire.working else 'switched off'}; {safe(wire.address)}"
        )
        lag = f", {wire.lag:.0f} s after the agency" if wire.lag is not None else ""
        print(f"  last take {_when(wire.last_take)}{lag}; next poll {_when(wire.next_poll)}")
        if wire.error:
            print(f"  {safe(wire.error)}")
    for delivery in held.order_by("-received")[:20]:
        print(
            f"quarantine: {safe(str(delivery))} ({_when(delivery.received)}): {safe(delivery.reason)}"
        )
    if held.count() > 20:
        print(f"quarantine: and {held.count() - 20} more", file=sys.stderr)


def _when(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC") if moment else "never"


def _facts(wire: Wire, *, is_silent: bool) -> dict[str, Any]:
    return {
        "name": wire.name,
        "kind": wire.kind,
        "address": wire.address,
        "agency": wire.agency.name if wire.agency else None,
        "working": wire.working,
        "silent": is_silent,
        "error": wire.error or None,
        "last_take": wire.last_take.isoformat() if wire.last_take else None,
        "lag_seconds": wire.lag,
        "next_poll": wire.next_poll.isoformat() if wire.next_poll else None,
    }
