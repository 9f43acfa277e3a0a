"""How a wire stands after it was asked, written so that nothing is lost that another process wrote
meanwhile, and so that no key is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from broadsheet.wire.coming.addresses import masked
from broadsheet.wire.models import Wire

#: What a wire remembers an SFTP server's key under.
PINNED = "host_key"
_ADDRESS = re.compile(r"\b[a-z]{3,6}://[^\s“”\"<>]+", re.IGNORECASE)
_MOST = 2000


def note(wire: Wire, remember: Mapping[str, Any] | None = None, **columns: Any) -> bool:
    """Write columns of a wire, and parts of what it remembers; a part that is None is forgotten.

    Gives False, and writes nothing, when the wire was removed or has another address by now: what
    was found out at the old one says nothing about the new.
    """
    if "error" in columns:
        columns["error"] = plain(columns["error"])[:_MOST]
    with transaction.atomic():
        row = Wire.objects.select_for_update().filter(pk=wire.pk, address=wire.address).first()
        if row is None:
            return False
        if remember is not None:
            kept = {key: value for key, value in row.remembered.items() if key not in remember}
            new = {key: value for key, value in remember.items() if value is not None}
            columns["remembered"] = {**kept, **new}
        for name, value in columns.items():
            setattr(wire, name, value)
            setattr(row, name, value)
        row.save(update_fields=list(columns))
    return True


def plain(words: str) -> str:
    """Words with every address in them as people may see it."""
    return _ADDRESS.sub(lambda found: masked(found[0]), words)
