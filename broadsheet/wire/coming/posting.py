"""Sending a few bytes to an address that the owner set: a web hook."""

from __future__ import annotations

import urllib3

from broadsheet.wire.coming.fetching import USER_AGENT

_SECONDS = 8.0


class RefusedError(Exception):
    """The other side did not take it. Says what it answered."""


def post(url: str, data: bytes, *, kind: str = "application/json") -> None:
    """Send bytes by HTTP POST. The address is the owner's own setting, so it may lie in the
    private network.

    Raises:
        RefusedError: the answer is not 2xx.
        urllib3.exceptions.HTTPError: there is none.
    """
    with urllib3.PoolManager(num_pools=1, maxsize=1) as manager:
        answer = manager.request(
            "POST", url, body=data, redirect=False, retries=False,
            headers={"Content-Type": kind, "User-Agent": USER_AGENT},
            timeout=urllib3.Timeout(total=_SECONDS),
        )  # fmt: skip
    if not 200 <= answer.status < 300:
        raise RefusedError(f"{url} answered {answer.status}")
