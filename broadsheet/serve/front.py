"""The readers' process: pictures and sheets without Django, Django on a miss, and the newsroom
passed on."""

from __future__ import annotations

import os
from urllib.parse import urlsplit
from wsgiref.types import WSGIApplication

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from broadsheet.serve import door, lifeline
from broadsheet.serve.bodies import Bodies
from broadsheet.serve.healthz import Healthz
from broadsheet.serve.media import Pictures
from broadsheet.serve.pass_through import PassThrough
from broadsheet.serve.proxies import Proxies, networks


def most_upload_bytes() -> int:
    """The largest request that any setting allows, with room for the form around it."""
    megabytes = max(settings.CONFIG.picture_most_megabytes, settings.CONFIG.copy_most_megabytes)
    return int(megabytes + 2) * 1024 * 1024


def build(django: WSGIApplication) -> WSGIApplication:
    """Everything that stands before Django, innermost first. Django must be set up."""
    from broadsheet.press.fingerprint import fingerprint
    from broadsheet.press.front import Press
    from broadsheet.press.sheets import Sheets

    press = Press(
        django,
        Sheets(settings.SHEETS_ROOT, fingerprint(settings.CONFIG)),
        keep=not settings.DEBUG,
        leave=(settings.STATIC_URL, settings.MEDIA_URL),
        ports=frozenset({str(urlsplit(settings.CONFIG.public_url).port or "")}),
    )
    pictures = Pictures(press, settings.MEDIA_ROOT)
    passing = PassThrough(
        pictures,
        port=int(os.environ.get(door.PORT, "0")),
        token=door.take_token(),
        threads=settings.CONFIG.threads,
        most_bytes=most_upload_bytes(),
    )
    bodies = Bodies(passing, settings.CONFIG.threads)
    return Proxies(Healthz(bodies), networks(settings.CONFIG.trusted_proxies))


def start() -> WSGIApplication:
    """Called by granian, once, in the process that serves."""
    lifeline.hold()
    return build(get_wsgi_application())
