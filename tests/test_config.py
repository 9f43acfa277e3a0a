"""The table of settings: defaults, TOML, environment, secrets in files, and refusals in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet import config


def load(folder: Path, text: str = "", **environ: str) -> config.Config:
    (folder / config.FILE_NAME).write_text(text, encoding="utf-8")
    return config.load(folder, {f"BROADSHEET_{key}": value for key, value in environ.items()})


def test_defaults_are_in_force_where_nothing_is_said(tmp_path: Path) -> None:
    found = config.load(tmp_path, {})
    assert {s.key: getattr(found, s.key) for s in config.table()} == {
        s.key: s.default for s in config.table()
    }


def test_the_environment_beats_the_toml(tmp_path: Path) -> None:
    found = load(tmp_path, "port = 81\nthreads = 2\n", PORT="82")
    assert (found.port, found.threads) == (82, 2)
    assert found.origins["port"] == "BROADSHEET_PORT"


def test_a_secret_is_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("k" * 60 + "\n")
    found = load(tmp_path, SECRET_KEY_FILE=str(tmp_path / "key"), SECRET_KEY="other")
    assert found.secret_key == "k" * 60
    assert found.origins["secret_key"] == "BROADSHEET_SECRET_KEY_FILE"


def test_a_secret_file_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(config.ConfigError, match="cannot be read: No such file"):
        load(tmp_path, MAIL_URL_FILE=str(tmp_path / "none"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("prot = 1", "The nearest known one is 'port'"),
        ("port = 0", "must be at least 1, not 0"),
        ("port = 70000", "must be at most 65535"),
        ("port = true", "must be a whole number"),
        ("port = 80.5", "must be a whole number"),
        ("debug = 'perhaps'", "must be true or false"),
        ("host = 5", "must be text in quotation marks"),
        ("log_level = 'loud'", "must be one of debug, info, warning, error"),
        ("allowed_hosts = [1]", "must be a list of texts"),
        ("port = ", "cannot be read"),
    ],
)
def test_a_wrong_value_is_refused_in_words(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(config.ConfigError, match=words):
        load(tmp_path, text)


def test_a_mistyped_variable_is_refused_too(tmp_path: Path) -> None:
    with pytest.raises(config.ConfigError, match="BROADSHEET_PROT") as error:
        load(tmp_path, PROT="1")
    assert error.value.key == "prot"


def test_a_list_in_the_environment_is_split_at_commas(tmp_path: Path) -> None:
    found = load(tmp_path, ALLOWED_HOSTS="a.org, b.org,,")
    assert found.allowed_hosts == ("a.org", "b.org")


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("1", True), ("No", False)])
def test_words_for_true_and_false_are_known(word: str, value: bool, tmp_path: Path) -> None:
    assert load(tmp_path, DEBUG=word).debug is value


def test_the_folder_asked_for_beats_the_environment(tmp_path: Path) -> None:
    environ = {config.FOLDER_VARIABLE: str(tmp_path / "b")}
    assert config.find_folder(str(tmp_path / "a"), environ) == tmp_path / "a"
    assert config.find_folder(None, environ) == tmp_path / "b"


def test_bounds_and_choices_are_explained() -> None:
    words = {setting.key: config.explained(setting) for setting in config.table()}
    assert words["port"].endswith("1 to 65535.")
    assert words["log_level"].endswith("One of debug, info, warning, error.")
