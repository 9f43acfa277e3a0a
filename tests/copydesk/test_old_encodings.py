"""Short copy from before UTF-8: the letters say which encoding it was, and cp1252 is the usual."""

from __future__ import annotations

import pytest

from broadsheet.copydesk.source_text import decode

WESTERN = [
    "Rafael Núñez said the café would reopen.",
    "Gate opens – “at last”, said Søren.",
    "Søren Ångström and José Núñez met François Müller.",
    "L’élève — “naïve”",
    "The room was 15°C and 20½ m² – too cold for £5.",
    "El año pasado, Peña lo dijo.",
    "Don’t “go”.",
]
CENTRAL = [
    "Prezes powiedział, że most w Łodzi będzie gotowy.",
    "Předseda spolku řekl, že příští týden otevře most.",
    "Orbán szerint a híd jövőre készül el, mondta a nő.",
    "Kovačić said the bridge in Šibenik would open.",
    "Kovačić said",
]
TURKISH = ["İskele şubat ayında açılacak, dedi müdür Işık Çağlar."]
CYRILLIC = ["Мост откроется в понедельник, сказал начальник порта."]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, "cp1252") for text in WESTERN),
        *((text, "cp1250") for text in CENTRAL),
        *((text, "cp1254") for text in TURKISH),
        *((text, "cp1251") for text in CYRILLIC),
    ],
)
def test_one_sentence_is_enough_to_tell(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, True)


def test_quotation_marks_of_an_old_mac_are_no_letters_inside_words() -> None:
    text = "Don’t “wait”, said the élève of the café."
    assert decode(text.encode("mac_roman")).text == text


def test_one_central_european_name_does_not_turn_a_western_page() -> None:
    text = "Núñez, Muñoz and Peña met Ibáñez at the café in Málaga, said Søren."
    assert decode(text.encode("cp1252")).text == text


def test_bytes_that_no_encoding_explains_still_become_text() -> None:
    assert decode(b"Gate opens \x81\x8d\x9d said Ines").text.startswith("Gate opens ")
