"""`broadsheet serve`: one process that starts the four others, says when the paper is there, keeps
them going, and takes them along when it goes."""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

import urllib3

from broadsheet import config
from broadsheet.serve import door, standing
from broadsheet.serve.children import Child
from broadsheet.serve.ports import PortError, a_free_port, check_free, lan_address
from broadsheet.serve.proxies import networks

#: Started at once; what nobody waits for follows when these answer.
WEB, REST = ("newsroom", "front"), ("worker", "scheduler")
LOOK_EVERY = 0.1
#: Seconds from the start until every web process must answer.
READY_WITHIN = 90.0
#: Seconds from Ctrl-C until what is left is ended by force.
STOP_WITHIN = 4.0
#: A process that dies so often before the paper was ever there will not come up.
DEATHS_AT_START = 3
EVERYWHERE = "0.0.0.0"  # noqa: S104


@dataclass(frozen=True)
class Plan:
    """What was asked for on the command line."""

    folder: Path
    settings: config.Config
    demo: bool = False
    lan: str = ""

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the paper, without a slash at the end."""
        host = self.settings.host
        host = {EVERYWHERE: "127.0.0.1", "::": "[::1]"}.get(host, host)
        return (
            f"http://{f'[{host}]' if ':' in host and host[0] != '[' else host}:{self.settings.port}"
        )


class NotReadyError(Exception):
    """The paper did not come up; its words say which process and where to look."""


def plan(folder: Path, *, host: str | None, port: int | None, demo: bool, lan: bool) -> Plan:
    """Join the command line with the folder's settings.

    Raises:
        broadsheet.config.ConfigError: a setting is wrong.
        broadsheet.serve.ports.PortError: the port is taken, or --lan was asked for without a
            network.
    """
    settings = config.load(folder)
    try:
        networks(settings.trusted_proxies)
    except ValueError as error:
        origin = settings.origins["trusted_proxies"]
        raise config.ConfigError("trusted_proxies", origin, f"{error}.") from error
    address = ""
    if lan:
        address = lan_address() or ""
        if not address:
            raise PortError("This machine is on no network: leave --lan away.")
        host = host or EVERYWHERE
    settings = replace(settings, host=host or settings.host, port=port or settings.port)
    check_free(settings.host, settings.port)
    return Plan(folder=folder, settings=settings, demo=demo, lan=address)


def run(asked: Plan) -> int:
    """Serve until told to stop; 0 then, 2 if the paper did not come up."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    environment = environment_of(asked)
    link = prepare(asked, environment)
    if link is None or stop.is_set():
        return 2 if link is None else 0
    children = [Child(name, environment, _say) for name in (*WEB, *REST)]
    try:
        if _wait_until_ready(asked, environment, children[: len(WEB)], stop):
            standing.stand(asked.settings.data, asked.address)
            _print_addresses(asked, link)
        while not stop.wait(LOOK_EVERY):
            for child in children:
                child.look()
    except NotReadyError as error:
        _say(str(error))
        return 2
    finally:
        standing.leave(asked.settings.data)
        _stop(children)
    return 0


def environment_of(asked: Plan) -> dict[str, str]:
    """The children's environment: the settings of the command line stand in it."""
    settings = asked.settings
    environment = {
        **os.environ,
        config.FOLDER_VARIABLE: str(asked.folder),
        "BROADSHEET_HOST": settings.host,
        "BROADSHEET_PORT": str(settings.port),
        "DJANGO_SETTINGS_MODULE": "broadsheet.settings",
        door.PORT: str(settings.newsroom_port or a_free_port()),
        door.TOKEN: secrets.token_urlsafe(32),
    }
    if asked.lan:
        environment["BROADSHEET_ALLOWED_HOSTS"] = ",".join([*settings.allowed_hosts, asked.lan])
    return environment


def prepare(asked: Plan, environment: dict[str, str]) -> str | None:
    """Migrate, found, fill; gives the path of the sign-in link (empty if somebody has come in
    before), or None when it failed and has said why."""
    command = [sys.executable, "-m", "broadsheet.serve.preparing", *(["--demo"] * asked.demo)]
    done = subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=False)  # noqa: S603
    if done.returncode:
        return None
    return str(json.loads(done.stdout)["link"])


def _wait_until_ready(
    asked: Plan, environment: dict[str, str], children: list[Child], stop: threading.Event
) -> bool:
    ends = time.monotonic() + READY_WITHIN
    pages = [
        (f"http://127.0.0.1:{environment[door.PORT]}/healthz", environment[door.TOKEN]),
        (f"{asked.address}/healthz", ""),
    ]
    with urllib3.PoolManager(retries=False, timeout=5.0) as pool:
        while pages and not stop.wait(LOOK_EVERY / 2):
            pages = [page for page in pages if not _answers(pool, *page)]
            for child in children:
                child.look()
                if child.deaths >= DEATHS_AT_START:
                    raise NotReadyError(f"the {child.name} does not start; see above.")
            if time.monotonic() > ends:
                raise NotReadyError(f"the paper does not answer after {READY_WITHIN:.0f} s.")
    return not pages


def _answers(pool: urllib3.PoolManager, address: str, token: str) -> bool:
    try:
        headers = {door.HEADER: token} if token else {}
        return pool.request("GET", address, headers=headers).status == 200
    except urllib3.exceptions.HTTPError:
        return False


def _print_addresses(asked: Plan, link: str) -> None:
    base = asked.address
    rows = [("Paper", f"{base}/"), ("Newsroom", f"{base}/newsroom/")]
    if link:
        rows.append(("Sign in", f"{base}{link}  (works once, for 7 days)"))
    if asked.lan:
        rows.append(("Phone", f"http://{asked.lan}:{asked.settings.port}/  (same network)"))
    for name, words in rows:
        print(f"{name:<9} {words}", flush=True)


def _stop(children: list[Child]) -> None:
    until = time.monotonic() + STOP_WITHIN
    # The front first: readers then see a closed door, not one that answers 502.
    for child in sorted(children, key=lambda child: child.name != "front"):
        child.ask_to_stop()
    for child in children:
        child.wait_or_kill(until)


def _say(words: str) -> None:
    print(f"broadsheet serve: {words}", file=sys.stderr, flush=True)
