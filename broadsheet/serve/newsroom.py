"""The newsroom's process: Django behind a door that only the front can open."""

from __future__ import annotations

import logging
from wsgiref.types import WSGIApplication

from django.core.wsgi import get_wsgi_application

from broadsheet.serve import door, lifeline
from broadsheet.serve.healthz import Healthz


def start() -> WSGIApplication:
    """Called by granian, once, in the process that serves."""
    lifeline.hold()
    logging.getLogger("django.request").setLevel(logging.ERROR)
    return door.Door(Healthz(get_wsgi_application()), door.take_token())
