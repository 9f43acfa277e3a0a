"""Where the paper stands while it is being served, so that other commands can say so: a small file
in the data folder with the supervisor's process number and address."""

from __future__ import annotations

import json
import os
from pathlib import Path

NAME = "serving.json"


def stand(data: Path, address: str) -> None:
    """Note that this process serves the paper at `address`.

    Args:
        data: the paper's data folder.
        address: without a slash at the end.
    """
    aside = data / f"{NAME}.{os.getpid()}"
    aside.write_text(json.dumps({"pid": os.getpid(), "address": address}), "utf-8")
    aside.replace(data / NAME)


def leave(data: Path) -> None:
    """Forget it, if it was this process that stood there."""
    if _read(data).get("pid") == os.getpid():
        (data / NAME).unlink(missing_ok=True)


def where(data: Path) -> str | None:
    """The address at which the paper is served now; None when it is not."""
    facts = _read(data)
    try:
        os.kill(int(str(facts["pid"])), 0)
    except (KeyError, ValueError, ProcessLookupError):
        return None
    except PermissionError:
        # It runs, as somebody else.
        return str(facts["address"])
    return str(facts["address"])


def _read(data: Path) -> dict[str, object]:
    try:
        facts = json.loads((data / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) and "address" in facts else {}
