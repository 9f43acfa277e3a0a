"""The one table of settings: every key, its default, its bounds and its words.

From this table come the keys of `broadsheet.toml`, the `BROADSHEET_*` variables, the `*_FILE`
secrets, `broadsheet settings` and docs/settings.md. Environment beats TOML, TOML beats default.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, cast

FILE_NAME = "broadsheet.toml"
PREFIX = "BROADSHEET_"
#: Says where the owner's folder is; not a setting, since it says where settings are.
FOLDER_VARIABLE = "BROADSHEET_PAPER"

Value = str | int | bool | tuple[str, ...]


class ConfigError(Exception):
    """A setting stops the start. Carries the key, where it was found, and what to do."""

    def __init__(self, key: str, origin: str, problem: str) -> None:
        self.key, self.origin, self.problem = key, origin, problem
        super().__init__(f"setting '{key}' ({origin}): {problem}")


def _setting(
    default: Value,
    words: str,
    *,
    secret: bool = False,
    least: int | None = None,
    most: int | None = None,
    choices: tuple[str, ...] = (),
) -> Any:
    facts = {"words": words, "secret": secret, "least": least, "most": most, "choices": choices}
    return field(default=default, metadata=facts)


@dataclass(frozen=True, kw_only=True)
class Config:
    """The settings of one installation, as they are in force. Sizes and times name their unit."""

    database_url: str = _setting(
        "sqlite:///data/broadsheet.sqlite3",
        "Where the paper is kept. sqlite:///PATH (relative to this folder) or "
        "postgresql://USER:PASSWORD@HOST:PORT/NAME.",
        secret=True,
    )
    secret_key: str = _setting(
        "",
        "Signs sessions and links and encrypts readers' e-mail addresses; at least 50 characters. "
        "Empty: kept in data/secret, made on the first start. Back it up: without it the "
        "addresses cannot be read.",
        secret=True,
    )
    public_url: str = _setting(
        "",
        "The paper's public address, such as https://www.example.org. Empty: the address that a "
        "reader asked for.",
    )
    allowed_hosts: tuple[str, ...] = _setting(
        (),
        "Further host names that this paper answers to. localhost and the host of public_url "
        "always work; '*' answers to any.",
    )
    trusted_proxies: tuple[str, ...] = _setting(
        (),
        "Addresses or networks of the proxies in front (127.0.0.1, 10.0.0.0/8). Only from these "
        "are X-Forwarded-For, -Proto and -Host believed.",
    )
    host: str = _setting("127.0.0.1", "The address that `broadsheet serve` listens on.")
    port: int = _setting(8000, "The port that it listens on.", least=1, most=65535)
    newsroom_port: int = _setting(
        0,
        "The loopback port of the newsroom's own process; 0 takes a free one. Readers and staff "
        "use `port` for both.",
        least=0,
        most=65535,
    )
    threads: int = _setting(16, "Threads in each web process.", least=1, most=64)
    https_only: bool = _setting(
        False,
        "Send cookies over HTTPS only and send plain requests to HTTPS. Switch on once HTTPS works.",
    )
    debug: bool = _setting(False, "Show errors in full to whoever asks. Never on a public address.")
    mail_url: str = _setting(
        "",
        "Where mail goes out: smtp://USER:PASSWORD@HOST:587 (STARTTLS) or smtps://...:465. Empty: "
        "no mail is sent; invitations are shown as links.",
        secret=True,
    )
    mail_from: str = _setting("", "The sender of the paper's mail: newsroom@example.org.")
    kill_wait_minutes: int = _setting(
        0,
        "What happens to a published story when the agency kills its copy or puts an embargo on it: "
        "0 takes it off the paper at once; a number gives an editor so many minutes to decide "
        "before it is taken off.",
        least=0,
        most=1440,
    )
    alarm_mail: tuple[str, ...] = _setting(
        (),
        "Addresses that kills, embargoes and silent wires are mailed to. Empty: every editor. "
        "Mail goes out where mail_url is set.",
    )
    alarm_hook: str = _setting(
        "",
        "A web address that the same is posted to as JSON, such as that of a phone's notification "
        "service. Empty: none.",
        secret=True,
    )
    picture_most_megabytes: int = _setting(
        20, "The largest picture file that is accepted, in megabytes.", least=1, most=200
    )
    picture_most_megapixels: int = _setting(
        60, "The largest picture that is accepted, in millions of pixels.", least=1, most=500
    )
    copy_most_megabytes: int = _setting(
        20, "The longest copy that is read, in megabytes of text.", least=1, most=200
    )
    style: str = _setting(
        "auto",
        "The house style that copy is checked by: uk, us or english; the name of a file in this "
        "folder's styles/ (own for styles/own.toml); none; or auto, which is that of the tongue in "
        "which the copy itself is spelt.",
    )
    replies_per_hour: int = _setting(
        10, "Replies that one network address may send in an hour.", least=1, most=1000
    )
    backups_kept: int = _setting(
        10, "Automatic backups (made before migrations) that are kept.", least=1, most=1000
    )
    log_level: str = _setting(
        "info", "How much is logged.", choices=("debug", "info", "warning", "error")
    )

    folder: Path = field(default=Path(), metadata={})
    origins: Mapping[str, str] = field(default_factory=dict, metadata={}, compare=False)

    @property
    def data(self) -> Path:
        """Where the database, media, sheets, secret and backups lie."""
        return self.folder / "data"


@dataclass(frozen=True)
class Setting:
    """One row of the table."""

    key: str
    default: Value
    words: str
    secret: bool
    least: int | None
    most: int | None
    choices: tuple[str, ...]

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return PREFIX + self.key.upper()


def table() -> tuple[Setting, ...]:
    """Every setting, in the order of the documentation."""
    return tuple(
        Setting(key=f.name, default=cast(Value, f.default), **f.metadata)
        for f in fields(Config)
        if f.metadata
    )


def explained(setting: Setting) -> str:
    """A setting's words with its bounds and choices, for a person."""
    bounds = ""
    if setting.choices:
        bounds = f" One of {', '.join(setting.choices)}."
    elif setting.least is not None and setting.most is not None:
        bounds = f" {setting.least} to {setting.most}."
    return f"{setting.words}{bounds}"


def find_folder(asked: str | None, environ: Mapping[str, str] | None = None) -> Path:
    """The owner's folder: what was asked for, else the environment's, else here, else ./mypaper."""
    environ = os.environ if environ is None else environ
    named = asked or environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named).expanduser().resolve()
    here = Path.cwd()
    return here if (here / FILE_NAME).is_file() else here / "mypaper"


def load(folder: Path, environ: Mapping[str, str] | None = None) -> Config:
    """Read the settings in force for `folder`.

    Raises ConfigError naming the key, where it stands and the nearest known key.
    """
    environ = os.environ if environ is None else environ
    found = {**_from_toml(folder / FILE_NAME), **_from_environment(environ)}
    values: dict[str, Value] = {}
    origins: dict[str, str] = {}
    for setting in table():
        raw, origin = found.pop(setting.key, (setting.default, "default"))
        values[setting.key] = _checked(setting, raw, origin)
        origins[setting.key] = origin
    for key, (_, origin) in found.items():
        raise ConfigError(key, origin, _unknown(key))
    return Config(**cast(Any, values), folder=folder, origins=origins)


def _from_toml(path: Path) -> dict[str, tuple[object, str]]:
    if not path.is_file():
        return {}
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(
            FILE_NAME, str(path), f"cannot be read: {error}. Mend that line."
        ) from error
    return {key: (value, str(path)) for key, value in rows.items()}


def _from_environment(environ: Mapping[str, str]) -> dict[str, tuple[object, str]]:
    found: dict[str, tuple[object, str]] = {}
    secret_files = {s.variable + "_FILE": s for s in table() if s.secret}
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name == FOLDER_VARIABLE:
            continue
        if name in secret_files:
            found[secret_files[name].key] = (_secret_from(name, environ[name]), name)
        elif name + "_FILE" not in environ:
            found[name.removeprefix(PREFIX).lower()] = (environ[name], name)
    return found


def _secret_from(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ConfigError(
            name, "environment", f"the file '{path}' cannot be read: {error.strerror}."
        ) from error


def _checked(setting: Setting, raw: object, origin: str) -> Value:
    if isinstance(setting.default, bool):
        return _as_bool(setting, raw, origin)
    if isinstance(setting.default, int):
        return _as_int(setting, raw, origin)
    if isinstance(setting.default, tuple):
        return _as_list(setting, raw, origin)
    if not isinstance(raw, str):
        raise ConfigError(setting.key, origin, f"must be text in quotation marks, not {raw!r}.")
    if setting.choices and raw not in setting.choices:
        raise ConfigError(setting.key, origin, f"must be one of {', '.join(setting.choices)}.")
    return raw


def _as_bool(setting: Setting, raw: object, origin: str) -> bool:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.lower() in words:
        return words[raw.lower()]
    raise ConfigError(setting.key, origin, f"must be true or false, not {raw!r}.")


def _as_int(setting: Setting, raw: object, origin: str) -> int:
    text = str(raw).strip()
    if isinstance(raw, bool) or not text.removeprefix("-").isdecimal():
        raise ConfigError(setting.key, origin, f"must be a whole number, not {raw!r}.")
    number = int(text)
    if setting.least is not None and number < setting.least:
        raise ConfigError(setting.key, origin, f"must be at least {setting.least}, not {number}.")
    if setting.most is not None and number > setting.most:
        raise ConfigError(setting.key, origin, f"must be at most {setting.most}, not {number}.")
    return number


def _as_list(setting: Setting, raw: object, origin: str) -> tuple[str, ...]:
    if isinstance(raw, str):
        return tuple(part.strip() for part in raw.split(",") if part.strip())
    if isinstance(raw, list | tuple) and all(isinstance(part, str) for part in raw):
        return tuple(raw)
    raise ConfigError(setting.key, origin, f"must be a list of texts, not {raw!r}.")


def _unknown(key: str) -> str:
    # Only for what has gone wrong: a command that starts is not to wait for it.
    import difflib

    near = difflib.get_close_matches(key, [s.key for s in table()], n=1, cutoff=0.5)
    hint = f" The nearest known one is '{near[0]}'." if near else ""
    return f"is not a setting.{hint} `broadsheet settings` lists them all."
