import pytest
from tests.press.machine import *


@pytest.mark.django_db
def test_x(monkeypatch):
    from django.core.signals import request_finished, request_started
    from django.db import close_old_connections

    for g in (request_started, request_finished):
        g.disconnect(close_old_connections)
    for m, n, v in SMALL:
        monkeypatch.setattr(m, n, v)
    p = Paper(1)
    p.write(0, 5, names=1, top=True, live=True)
    p.write(1, 9, names=2, top=False, live=True)
    p.look()
    print(p.tally)
    p.look()
    print(p.tally)
    s = p.stories()[0]
    p.edit(s, "body")
    p.look()
    print(p.tally)
