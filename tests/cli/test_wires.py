"""`broadsheet take` and `broadsheet wires`: takes into a paper from the shell, and how wires stand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Shell
from tests.wire.test_keeping import take


def put(folder: Path, name: str, data: bytes) -> str:
    """A wire file beside the paper."""
    (folder.parent / name).write_bytes(data)
    return name


def test_a_file_is_taken_in_once_and_what_became_of_it_is_said(clarion: Path, shell: Shell) -> None:
    name = put(clarion, "sna-1.json", take())
    first = shell("take", name, "--paper", "clarion")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "sna-1.json: kept: Sea lock opens (usable; the first of its thread)\n"
    again = shell("take", name, "--paper", "clarion")
    assert again.stdout == "sna-1.json: 1 known already\n"


def test_what_cannot_be_read_ends_with_1_and_is_shown_among_the_wires(
    clarion: Path, shell: Shell
) -> None:
    name = put(clarion, "broken.json", b'{"uri": ')
    done = shell("take", name, "--json", "--paper", "clarion")
    assert done.returncode == 1
    assert json.loads(done.stdout)["quarantine"]
    state = shell("wires", "--paper", "clarion")
    assert state.returncode == 1
    assert "quarantine: broken.json" in state.stdout


def test_a_file_that_is_not_there_ends_with_2(clarion: Path, shell: Shell) -> None:
    done = shell("take", "nowhere.xml", "--paper", "clarion")
    assert done.returncode == 2
    assert "nowhere.xml: no such file or directory" in done.stderr


def test_a_folder_becomes_a_wire_is_asked_and_goes(clarion: Path, shell: Shell) -> None:
    folder = clarion.parent / "incoming"
    folder.mkdir()
    done = shell("wires", "--add", str(folder), "--name", "Ana", "--json", "--paper", "clarion")
    assert done.returncode == 0
    (wire,) = json.loads(done.stdout)["wires"]
    facts: dict[str, Any] = {"name": "Ana", "kind": "folder", "working": True, "error": None}
    assert facts.items() <= wire.items()
    asked = shell("wires", "--ask", "ana", "--paper", "clarion")
    assert asked.stdout.startswith("ana: 0 new takes\n")
    gone = shell("wires", "--remove", "Ana", "--paper", "clarion")
    assert "There is no wire yet" in gone.stdout


def test_a_wire_or_an_agency_that_is_not_known_is_refused_with_those_that_are(
    clarion: Path, shell: Shell
) -> None:
    done = shell("wires", "--ask", "Nobody", "--paper", "clarion")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no wire “Nobody”" in done.stderr
    done = shell("wires", "--add", "incoming", "--agency", "XYZ", "--paper", "clarion")
    assert "knows no agency “XYZ”" in done.stderr


def test_a_wire_that_takes_are_sent_to_shows_its_address_and_its_token_once(
    clarion: Path, shell: Shell
) -> None:
    done = shell("wires", "--add", "push", "--name", "Ana", "--json", "--paper", "clarion")
    (wire,) = json.loads(done.stdout)["wires"]
    assert wire["address"] == "http://127.0.0.1:8000/wire/ana/"
    assert len(wire["token"]) > 40
    again = shell("wires", "--new-token", "ana", "--paper", "clarion")
    assert "Give both to the sender now" in again.stdout
    assert wire["token"] not in again.stdout
    later = shell("wires", "--paper", "clarion")
    assert "token" not in later.stdout
    assert later.stdout.startswith("Ana: in order; sent to http://127.0.0.1:8000/wire/ana/\n")
    refused = shell("wires", "--ask", "Ana", "--paper", "clarion")
    assert refused.returncode == 2
    assert "takes are sent to it" in refused.stderr


def test_a_wire_is_switched_off_and_on(clarion: Path, shell: Shell) -> None:
    shell("wires", "--add", "https://news.example/f", "--name", "Ana", "--paper", "clarion")
    off = shell("wires", "--stop", "Ana", "--paper", "clarion")
    assert off.stdout.startswith("Ana: switched off; asked at https://news.example/f\n")
    on = shell("wires", "--start", "Ana", "--json", "--paper", "clarion")
    (wire,) = json.loads(on.stdout)["wires"]
    assert (wire["working"], wire["websub"]) == (True, None)


def test_keys_and_passwords_stay_in_their_files(clarion: Path, shell: Shell) -> None:
    (clarion.parent / "key").write_text("sesame")
    done = shell(
        "wires", "--add", "https://news.example/f?token=Zx81kQ", "--name", "Ana",
        "--header", "X-Api-Key: file:key", "--keep-days", "30", "--paper", "clarion", "--json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (wire,) = json.loads(done.stdout)["wires"]
    assert (wire["address"], wire["keep_days"]) == ("https://news.example/f?token=…", 30)
    assert "sesame" not in done.stdout
    for words, why in (
        (["imaps://ana:open@mail.example/INBOX"], "Leave the password out"),
        (["imaps://ana@mail.example/INBOX", "--password-file", "nowhere"], "there is no file"),
        (["https://news.example/g", "--header", "X Api: 1"], "is no header"),
    ):
        refused = shell("wires", "--add", *words, "--paper", "clarion")
        assert (refused.returncode, refused.stdout) == (2, "")
        assert why in refused.stderr
