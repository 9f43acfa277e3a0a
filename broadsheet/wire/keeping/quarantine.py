"""What could not be read when it came: tried again after an upgrade."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Site

from broadsheet.wire.keeping.keep import read_again
from broadsheet.wire.models import Delivery


def retry(paper: Site) -> int:
    """Read everything in quarantine again; gives how many deliveries can be read now."""
    held = Delivery.objects.filter(paper=paper, state=Delivery.State.QUARANTINED)
    return sum(retry_one(delivery) for delivery in held.order_by("received").iterator(20))


def retry_one(delivery: Delivery) -> bool:
    """Read one again; whether it can be read now. Its reason is the newest one."""
    with transaction.atomic():
        return read_again(delivery)
