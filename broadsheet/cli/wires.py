"""`broadsheet wires`: how every wire stands; adding, asking and removing one; the quarantine."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from broadsheet.cli.paper_option import add_paper_option, open_paper, refuse
from broadsheet.cli.wires_shown import show

if TYPE_CHECKING:
    from wagtail.models import Site

    from broadsheet.wire.models import Agency, Wire

HELP = """Show how every wire stands: its last take, how far behind it was, what is wrong, the next poll.

Exit code 1: a wire has an error or is silent, or something lies in quarantine.

examples:
  broadsheet wires
  broadsheet wires --add https://news.example/feed.xml --name "The Example" --every 120
  broadsheet wires --add https://api.example/news --header "X-Api-Key: file:/etc/example.key"
  broadsheet wires --add /srv/wire/ana --name ANA      # a folder
  broadsheet wires --add push --name ANA               # prints the address and the token, once
  broadsheet wires --add imaps://ana@mail.example/INBOX --password-file /etc/ana.password
  broadsheet wires --add sftp://ana@files.example/out --key-file ~/.ssh/id_ed25519
  broadsheet wires --ask "The Example"                 # now
  broadsheet wires --stop ANA                          # and --start ANA
  broadsheet wires --retry                             # read what lies in quarantine again"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument(
        "--add", metavar="ADDRESS",
        help="http(s), ftp(s), sftp or imaps address; a folder; or push, for takes that are sent to us",
    )  # fmt: skip
    _add_settings(parser.add_argument_group("with --add"))
    parser.add_argument("--ask", metavar="NAME", help="ask one wire now")
    parser.add_argument("--stop", metavar="NAME", help="switch a wire off")
    parser.add_argument("--start", metavar="NAME", help="switch it on again")
    parser.add_argument("--new-token", metavar="NAME", help="for one to which takes are sent")
    parser.add_argument(
        "--new-key", metavar="NAME", help="accept that an SFTP server shows another key from now on"
    )
    parser.add_argument("--remove", metavar="NAME", help="remove a wire; its takes stay")
    parser.add_argument("--retry", action="store_true", help="read the quarantine again")
    parser.add_argument("--json", action="store_true", help="for machines")
    add_paper_option(parser)


def _add_settings(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--name", default="", help="what the wire is called")
    group.add_argument("--agency", default="", metavar="NAME", help="whose copy it is")
    group.add_argument(
        "--every", type=int, default=300, metavar="SECONDS", help="between two polls (default 300)"
    )
    group.add_argument(
        "--silent-after", type=int, default=0, metavar="MINUTES",
        help="say so when it has brought nothing for so long",
    )  # fmt: skip
    group.add_argument(
        "--keep-days", type=int, default=0, metavar="DAYS",
        help="remove takes after so many days, but for those that stories were made of (default: never)",
    )  # fmt: skip
    group.add_argument(
        "--private", action="store_true", help="the address may lie inside the private network"
    )
    group.add_argument(
        "--header", action="append", default=[], metavar='"NAME: VALUE"',
        help="sent with each poll; a value file:PATH is read from that file each time",
    )  # fmt: skip
    group.add_argument("--password-file", default="", metavar="FILE", help="holds the password")
    group.add_argument(
        "--password-variable", default="", metavar="NAME",
        help="or: the environment variable that holds it",
    )  # fmt: skip
    group.add_argument("--key-file", default="", metavar="FILE", help="our own key for SFTP")
    group.add_argument(
        "--known-hosts", default="", metavar="FILE", help="the keys by which SFTP servers are known"
    )


def run(args: argparse.Namespace) -> int:
    """Do what was asked, then show every wire."""
    config = open_paper(args)
    from broadsheet.paper.founding import only_paper

    paper = only_paper()
    if paper is None:
        refuse(f"no paper stands in {config.folder}. Found one: broadsheet init {config.folder}")
    tokens = _do(paper, args)
    return show(paper, tokens, as_json=args.json)


def _do(paper: Site, args: argparse.Namespace) -> dict[str, str]:
    """What was asked for; gives new tokens by the wire's name."""
    from broadsheet.wire.coming import adding

    tokens: dict[str, str] = {}
    if args.add:
        tokens |= _add(paper, args)
    if args.new_token:
        wire = _named(paper, args.new_token)
        if wire.kind != "push":
            refuse(f"nobody sends takes to “{wire.name}”: it has no token.")
        tokens[wire.name] = adding.new_token(wire)
    if args.new_key:
        adding.accept_new_key(_named(paper, args.new_key))
    if args.remove:
        adding.remove(_named(paper, args.remove))
    for name, on in ((args.stop, False), (args.start, True)):
        if name:
            adding.switch(_named(paper, name), on=on)
    if args.ask:
        _ask(paper, args)
    if args.retry:
        from broadsheet.wire.keeping.quarantine import retry

        print(f"{retry(paper)} of the quarantine can be read now", file=_aside(args))
    return tokens


def _aside(args: argparse.Namespace) -> TextIO:
    """Where words go that are not the answer: JSON must stay JSON."""
    return sys.stderr if args.json else sys.stdout


def _ask(paper: Site, args: argparse.Namespace) -> None:
    from broadsheet.wire.coming.due import ask, way_of

    wire = _named(paper, args.ask)
    if way_of(wire) is None:
        refuse(f"“{wire.name}” cannot be asked: takes are sent to it.")
    taken = ask(wire.pk)
    words = "the database is busy; try again" if taken is None else f"{taken} new takes"
    print(f"{args.ask}: {words}", file=_aside(args))


def _add(paper: Site, args: argparse.Namespace) -> dict[str, str]:
    from broadsheet.wire.coming import adding

    address = args.add
    if "://" not in address and address.lower() != adding.PUSH:
        address = str(Path(address).expanduser().absolute())
    wanted = adding.Wanted(
        address=address,
        name=args.name,
        agency=_agency(paper, args.agency),
        every=args.every,
        silent_after=args.silent_after,
        keep_days=args.keep_days,
        private=args.private,
        password_file=_whole(args.password_file),
        password_variable=args.password_variable,
        headers=dict(_header(said) for said in args.header),
        key_file=_whole(args.key_file),
        known_hosts=_whole(args.known_hosts),
    )
    try:
        added = adding.add(paper, wanted)
    except adding.AddingError as error:
        refuse(str(error))
    return {added.wire.name: added.token} if added.token else {}


def _whole(path: str) -> str:
    """The server stands in another folder than who types this."""
    if not path:
        return ""
    whole = Path(path).expanduser().absolute()
    if not whole.is_file():
        refuse(f"there is no file {whole}.")
    return str(whole)


def _header(said: str) -> tuple[str, str]:
    name, colon, value = (part.strip() for part in said.partition(":"))
    if not colon or not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name) or not value:
        refuse(f'“{name}” is no header: write --header "NAME: VALUE".')
    if value.startswith("file:"):
        value = "file:" + _whole(value.removeprefix("file:"))
    return name, value


def _agency(paper: Site, name: str) -> Agency | None:
    from broadsheet.wire.models import Agency

    if not name:
        return None
    agency = Agency.objects.filter(paper=paper, name__iexact=name).first()
    if agency is None:
        known = ", ".join(Agency.objects.filter(paper=paper).values_list("name", flat=True))
        refuse(f"the paper knows no agency “{name}”. It knows: {known or 'none yet'}.")
    return agency


def _named(paper: Site, name: str) -> Wire:
    from broadsheet.wire.models import Wire

    wire = Wire.objects.filter(paper=paper, name__iexact=name).first()
    if wire is None:
        names = ", ".join(Wire.objects.filter(paper=paper).values_list("name", flat=True))
        refuse(f"there is no wire “{name}”. There is: {names or 'none yet'}.")
    return wire
