"""Texts that look alike and are different news (tables, weather, results in one form with other
numbers and names), and events that two reporters tell each in words of their own."""

from __future__ import annotations

import random


def _row(words: str) -> list[str]:
    return words.split()


_CLUBS = _row("Merrow Ostend Vessen Selby Halden Corran Lisk Tarn Brackwater Ashby Dunmore Kell")
_NAMES = _row("Okafor Bello Harrow Dray Fenwick Tolliver Lindqvist Sato Moreau Haddad Novak Ruiz")
_FORMS = [
    """Shares in {club} closed {n} points higher on {day}, with the {club} index at {big}.{n}, its best finish since {month}.
The index of smaller companies gained {n}.{m} percent to {big}. Turnover was {n}.{m} billion crowns.
Banks led the gains, with {name} Holdings up {m}.{n} percent and {name} Trust up {n}.{m} percent.
The crown stood at {m}.{big} to the dollar, and ten-year bonds yielded {m}.{n} percent.""",
    """{club} beat {club} {m}-{d} on {day} evening to move to number {d} in the table with {n} points.
{name} scored in minute {n} and {name} made it {m}-{d} shortly before the end in front of {big} spectators.
It was the match number {n} of the season for {name}, whose side next meets {club} on {month} {d}.""",
    """The day in {club} begins with fog in the valleys and a temperature of {d} degrees.
By the afternoon {n} degrees are expected, with a light wind of {n} kilometres an hour from the west.
Rain of {m} to {n} millimetres is likely in {club} by the evening. The sun sets at {d}:{n} in the evening.""",
    """Police in {club} arrested {d} people on {day} after an accident on the road to {club}, number {n}.
A car driven by a man of {n} left the road at about {d}:{n} in the evening and hit a tree.
The driver and {m} passengers were taken to the hospital in {club}. Police ask witnesses to call {big}{n}.""",
    """An earthquake of magnitude {m}.{d} shook the sea off {club} on {day}, the survey said.
It struck at {d}:{n} local time at a depth of {n} kilometres, {big} kilometres south of {club}.
There were no reports of damage, and no warning of a wave was given. A quake of {m}.{d} was felt in {month}.""",
    """Der Index von {club} ist am {day} um {n},{m} Prozent auf {big} Punkte gestiegen, teilte die Börse mit.
Die Aktie von {name} gewann {m},{n} Prozent und lag bei {n},{m} Kronen. {name} verlor {n},{m} Prozent.
Der Umsatz lag bei {big} Millionen Kronen nach {big} Millionen am Tag zuvor.""",
    """El {club} ganó por {m}-{d} al {club} en la jornada {n} y suma ya {n} puntos en la clasificación.
Marcaron {name} en el minuto {n} y {name} en el minuto {n}, ante {big} espectadores.
El próximo partido será contra el {club} dentro de {d} días, con {name} todavía lesionado.""",
    """आज सोने का भाव {big} रुपये प्रति दस ग्राम रहा और चांदी का भाव {big}{n} रुपये प्रति किलो रहा।
कल सोने का भाव {big} रुपये था, यानी भाव में {n} रुपये का बदलाव हुआ है।
बाजार में कुल {n} लाख का कारोबार हुआ और {m} व्यापारी मौजूद रहे।""",
    """今日の東京の最高気温は{n}度、最低気温は{d}度でした。明日の降水確率は{n}パーセントの見込みです。
風速は{m}メートル、湿度は{n}パーセントで、平年より{d}度高くなりました。""",
    """آج شہر میں زیادہ سے زیادہ درجہ حرارت {n} اور کم سے کم {d} ڈگری رہا، ہوا میں نمی {n} فیصد تھی۔
محکمہ موسمیات کے مطابق کل {m} ملی میٹر بارش اور {n} کلومیٹر فی گھنٹہ کی ہوا کا امکان ہے۔""",
    """{club}: {name} wins {m}-{d}, {n} points.""",
    """ALERT: {club} central bank sets main rate at {m}.{n} percent from {m}.{d} percent.""",
]
_DAYS = _row("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_MONTHS = _row("January February March April May June July August")


def of_one_form(chance: random.Random, count: int) -> list[list[list[str]]]:
    """For each form, so many texts of it, each with numbers and names of its own."""
    return [[_filled(chance, form) for _ in range(count)] for form in _FORMS]


def _filled(chance: random.Random, form: str) -> list[str]:
    parts = {
        "club": _CLUBS, "name": _NAMES, "day": _DAYS, "month": _MONTHS,
        "n": [str(n) for n in range(10, 98)], "m": [str(n) for n in range(2, 10)],
        "d": [str(n) for n in range(2, 12)], "big": [str(n) for n in range(110, 998)],
    }  # fmt: skip
    for part, values in parts.items():
        while f"{{{part}}}" in form:
            form = form.replace(f"{{{part}}}", chance.choice(values), 1)
    return form.split("\n")


#: Two reporters' accounts of one event each; the quotation, where both have one, was said to both.
ACCOUNTS = [
    ("""A ferry with 84 people on board ran aground off Corran Point before dawn on Tuesday.
Nobody was hurt, but passengers waited four hours on deck in the cold until a tug arrived from Merrow.
The master, Hanne Lindqvist, told the coast guard that the steering had failed twice in an hour.
The company, Strait Lines, took the ship out of service and gave everybody the price of the ticket back.
An inquiry by the maritime board will begin next week.""",
     """Passengers spoke of a long grinding noise, then silence, when the night boat to Merrow stopped on the rocks.
Divers looked at the hull of the Strait Lines ship on Tuesday afternoon and found a tear as long as a bus.
“I thought of my daughter and of nothing else,” said a nurse who had been asleep in the lounge.
All 84 people on board are safe. Corran Point has seen three groundings in ten years.
The maritime board wants to hear the captain, who has sailed this route since 2011."""),
    ("""The government in Halden fell on Thursday night by a single vote after its smallest partner walked out.
Prime Minister Teo Marsh will stay in office until the president asks somebody else to form a cabinet.
At issue was a levy on private wells that farmers had fought since spring.
An election could be held in the second week of November.""",
     """Teo Marsh lost the confidence of parliament in Halden, 61 votes to 60, at the end of a stormy debate.
Outside, several thousand farmers with tractors blew their horns when the count was read.
The Rural Union left the coalition in the morning because of the tax on wells, its leader Ida Brandt said.
“We were not elected to measure water in other people's gardens,” she said.
The president begins talks with all parties on Saturday."""),
    ("""Merrow's central library burned for six hours on Sunday and lost its reading room.
The fire brigade sent 120 people and said that a heater in the attic was the likely cause.
Librarians carried out the oldest books by hand in a chain down the stairs.
Mayor Orla Fenwick promised that the house would be rebuilt.""",
     """A chain of volunteers saved the medieval books of Merrow when flames ate the library's roof.
The brigade was called at ten past two. By eight in the evening the fire was out.
The damage is put at 14 million crowns, and insurance covers half, said chief librarian Sol Amari.
Orla Fenwick, the mayor, wept as she thanked the helpers. A heater is thought to have started it."""),
    ("""Swimmer Ines Kallo broke the world record over 1,500 metres by two seconds in Vessen on Friday.
She touched the wall after 15 minutes 18 seconds and did not look at the board for a while.
“I counted wrong and thought that I had another length to go,” she said.
Her coach said they had hoped for it in spring.""",
     """No woman has ever swum 1,500 metres faster than Ines Kallo, a student of law aged 21.
In a half-empty hall in Vessen she went out fast and simply never slowed down, beating the old mark by two seconds.
Second was Maud Perrin, more than a pool's length behind.
“I counted wrong and thought that I had another length to go,” the winner said, laughing."""),
    ("""Strait Chemicals is to close its works in Lisk with the loss of 900 jobs by the end of next year.
The company blamed the price of gas and said that it would talk to the unions about terms.
Shares rose four percent.
The works opened in 1958 and made dyes, then paint, then a plastic for window frames.""",
     """Workers heard it on the radio on their way to the early shift: Lisk will lose its chemical works.
Union secretary Jon Adair called the news a betrayal and asked the minister for a meeting.
Some 900 people work there, many in the third generation. Baker Rosa Prym sells 400 rolls a day at its gate.
The company says that gas has become too dear."""),
    ("""Scientists at the Tarn observatory have found water vapour on a planet 40 light years away.
The planet is a little larger than ours and goes round a red star in eleven days.
The finding, in a journal of astronomy, rests on 30 nights of measurements.
Others want to see it confirmed before they believe it.""",
     """Forty light years from here there may be clouds, if the people of Tarn observatory are right.
Noor Haddad and her team looked at the light of a small red star whenever its companion passed before it.
“It is a fingerprint, but a smudged one,” said Haddad, who has worked on it for six years.
A larger telescope in space is to look again next spring."""),
]  # fmt: skip


def accounts() -> list[tuple[list[str], list[str]]]:
    """The accounts, paragraph by paragraph."""
    return [(one.split("\n"), other.split("\n")) for one, other in ACCOUNTS]
