"""`python -m broadsheet.serve.preparing`: what must be done before the children start, in a
process of its own, so that the supervisor stays small. Prints one JSON object."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys


def main(words: list[str]) -> int:
    """Make the paper ready; 0 when it is, 2 with a sentence on stderr when it cannot be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--demo", action="store_true")
    args = parser.parse_args(words)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.settings")
    from broadsheet.config import ConfigError

    try:
        import django

        django.setup()
        # Wagtail reports each page that it makes; that is not what the owner waits for.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        facts = _prepare(demo=args.demo)
    except ConfigError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return _refuse("stopped before the paper was ready.")
    except OSError as error:
        # Our own (of the backup) are whole sentences; the system's are a word and a file.
        where = error.filename or "the paper's folder"
        return _refuse(f"{where}: {error.strerror}." if error.strerror else str(error))
    except Exception as error:
        from django.db import Error

        if not isinstance(error, Error):
            raise
        return _refuse(f"the database refused: {error}. `broadsheet doctor` may say why.")
    print(json.dumps(facts))
    return 0


def _prepare(*, demo: bool) -> dict[str, str]:
    from broadsheet.paper.models import Story
    from broadsheet.serve.ready import make_ready
    from broadsheet.staff.links import first_editor, make_link, nobody_has_come_in

    make_ready()
    if demo and not Story.objects.exists():
        from broadsheet.demo.fill import fill
        from broadsheet.paper.founding import only_paper

        fill(only_paper(), _show_progress)
    return {"link": make_link(first_editor()) if nobody_has_come_in() else ""}


def _show_progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == of else ""
        words = f"\rFilling the paper with demonstration stories: {done} of {of}"
        print(words, end=end, file=sys.stderr, flush=True)


def _refuse(words: str) -> int:
    print(f"broadsheet serve: {words}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
