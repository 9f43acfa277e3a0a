"""Whose copy a take is: the agency that the item names, else the wire's."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from broadsheet.wire.models import Agency, Delivery


def agency_of(delivery: Delivery, row: dict[str, Any]) -> Agency | None:
    """The agency of an item, among those that the paper knows.

    An agency that the paper does not know is not made here: whose name stands at the foot of a
    story is an editor's word. Until then the take carries what the item said.
    """
    named = str(row["agency"] or "").strip()
    known = None
    if named:
        name = Q(name__iexact=named) | Q(full_name__iexact=named)
        known = Agency.objects.filter(name, paper=delivery.paper_id).first()
    return known or (delivery.wire.agency if delivery.wire is not None else None)
