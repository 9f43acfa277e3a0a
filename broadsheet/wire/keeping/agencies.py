"""Whose copy a take is: the agency that the item names, else the wire's."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache

from broadsheet.wire.models import Agency, Delivery

_SECONDS = 60


def agency_of(delivery: Delivery, row: dict[str, Any]) -> Agency | None:
    """The agency of an item, among those that the paper knows.

    An agency that the paper does not know is not made here: whose name stands at the foot of a
    story is an editor's word. Until then the take carries what the item said.
    """
    named = str(row["agency"] or "").strip().casefold()
    known = _known(delivery.paper_id)
    if named in known:
        return known[named]
    return delivery.wire.agency if delivery.wire is not None else None


def _known(paper: int) -> dict[str, Agency]:
    key = f"agencies:{paper}"
    held: dict[str, Agency] | None = cache.get(key)
    if held is None:
        held = {}
        for agency in Agency.objects.filter(paper=paper):
            held |= {name.casefold(): agency for name in (agency.name, agency.full_name) if name}
        cache.set(key, held, _SECONDS)
    return held
