"""`broadsheet signin`: a way in for whoever lost theirs; needs a shell on the paper's machine and
no mail."""

from __future__ import annotations

import argparse
import sys

from broadsheet.cli.paper_option import add_paper_option, open_paper

HELP = """Print a new one-time sign-in link, for the first editor or for one person by e-mail.

example:
  broadsheet signin edith@example.org --paper mypaper"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's words."""
    parser.add_argument("email", nargs="?", metavar="EMAIL", help="whose link; the first editor's")
    add_paper_option(parser)


def run(args: argparse.Namespace) -> int:
    """Print the link; 0 then, 2 when there is no such person."""
    config = open_paper(args)
    from broadsheet.serve.standing import where
    from broadsheet.staff.links import first_editor, make_link
    from broadsheet.staff.models import User

    if args.email is None:
        user: User | None = first_editor()
    else:
        user = User.objects.filter(email=args.email.strip().lower(), is_active=True).first()
    if user is None:
        known = ", ".join(User.objects.filter(is_active=True).values_list("email", flat=True)[:20])
        print(
            f"broadsheet signin: nobody here has the address '{args.email}'. "
            f"Known: {known or 'nobody yet; leave the address away for the first editor'}.",
            file=sys.stderr,
        )
        return 2
    base = (
        config.public_url.rstrip("/") or where(config.data) or f"http://{config.host}:{config.port}"
    )
    print(f"{base}{make_link(user)}")
    print(f"Signs {user} in, once, within 7 days.", file=sys.stderr)
    return 0
