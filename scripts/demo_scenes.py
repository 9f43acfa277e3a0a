"""The scenes of the demonstration's pictures, one function each."""

from __future__ import annotations

import math
from collections.abc import Callable

from demo_plate import GOLD, HEIGHT, INK, OVER, PAPER, RED, SKY, TEAL, WIDTH, Plate


def crane(p: Plate, x: float, base: float, size: float, ink: str) -> None:
    """A harbour crane with its jib to the right."""
    top = base - 520 * size
    for side in (-60, 60):
        p.line([(x + side * size, base), (x + side * size * 0.35, top)], ink, 15 * size)
    for i in range(5):
        y = base - i * 105 * size
        w = 60 * size * (1 - 0.13 * i)
        p.line([(x - w, y), (x + w * 0.85, y - 100 * size)], ink, 7 * size)
    p.box(x - 70 * size, top - 60 * size, 140 * size, 70 * size, ink)
    tip = (x + 430 * size, top - 250 * size)
    p.line([(x, top - 30 * size), tip], ink, 17 * size)
    p.line([(x - 20 * size, top - 130 * size), tip], ink, 6 * size)
    p.line([(x - 20 * size, top - 130 * size), (x, top - 30 * size)], ink, 9 * size)
    p.line([tip, (tip[0], tip[1] + 240 * size)], ink, 4 * size)
    p.box(tip[0] - 16 * size, tip[1] + 240 * size, 32 * size, 32 * size, ink)


def harbour(p: Plate) -> None:
    """Three cranes against a low sun."""
    p.box(0, 0, WIDTH, 760, GOLD)
    p.dots(0, 0, WIDTH, 700, RED, turn=True)
    p.disc(1120, 560, 190, PAPER)
    p.sea(760, INK, TEAL)
    p.box(0, 735, 1010, 90, INK)
    for x, size in ((190, 1.08), (520, 0.86), (800, 0.66)):
        crane(p, x, 740, size, INK)


def ferry(p: Plate) -> None:
    """A lit ship by night."""
    p.box(0, 0, WIDTH, HEIGHT, INK)
    for _ in range(130):
        p.disc(p.random.random() * WIDTH, p.random.random() * 520, 1 + 2 * p.random.random(), PAPER)
    p.disc(1290, 190, 84, PAPER)
    p.disc(1258, 172, 80, INK)
    p.sea(720, TEAL, GOLD)
    p.flat([(230, 640), (1370, 640), (1270, 800), (330, 800)], PAPER)
    p.flat([(258, 690), (1345, 690), (1270, 800), (330, 800)], RED)
    p.box(420, 540, 800, 100, PAPER)
    p.box(520, 455, 560, 85, PAPER)
    p.flat([(760, 330), (900, 330), (915, 455), (745, 455)], RED)
    for row, (x, n, y) in enumerate(((450, 15, 570), (550, 10, 482))):
        for i in range(n):
            p.box(x + i * 50, y, 26, 32 - 4 * row, GOLD)
    p.dots(330, 815, 960, 130, GOLD, turn=True)


def railway(p: Plate) -> None:
    """A viaduct in the hills with a short train."""
    p.box(0, 0, WIDTH, HEIGHT, SKY)
    p.disc(330, 260, 105, GOLD)
    p.hills(640, 270, TEAL, 3.1, 0.6)
    p.hills(860, 190, INK, 2.3, 2.2)
    p.box(0, 520, WIDTH, 46, PAPER)
    for i in range(9):
        x = 40 + i * 186
        p.box(x, 560, 52, 420, PAPER)
        p.disc(x + 119, 645, 67, TEAL if i % 2 else INK)
    for x, ink in ((560, RED), (800, RED)):
        p.box(x, 408, 226, 104, ink)
        for i in range(4):
            p.box(x + 22 + i * 51, 430, 34, 36, PAPER)
        for wheel in (40, 186):
            p.disc(x + wheel, 514, 15, INK)
    p.hills(1040, 90, INK, 5, 1.0)


def strait(p: Plate) -> None:
    """Ships at anchor in a haze."""
    p.box(0, 0, WIDTH, HEIGHT, PAPER)
    p.disc(800, 430, 170, RED)
    p.dots(0, 120, WIDTH, 420, SKY)
    p.sea(540, TEAL, PAPER)
    for x, y, s in (
        (170, 560, 0.5),
        (520, 590, 0.7),
        (980, 575, 0.55),
        (1240, 660, 1.1),
        (380, 760, 1.5),
    ):
        p.flat([(x, y), (x + 330 * s, y), (x + 300 * s, y + 52 * s), (x + 24 * s, y + 52 * s)], INK)
        p.box(x + 246 * s, y - 74 * s, 50 * s, 76 * s, INK)
        p.box(x + 258 * s, y - 108 * s, 16 * s, 36 * s, RED)
        p.line([(x + 90 * s, y), (x + 90 * s, y - 60 * s)], INK, 6 * s)


def bakery(p: Plate) -> None:
    """A lit window in a dark street, loaves on its shelves."""
    p.box(0, 0, WIDTH, HEIGHT, INK)
    for i in range(14):
        for j in range(9):
            if p.random.random() < 0.4:
                p.box(i * 118 + (j % 2) * 59, j * 62, 108, 52, "#26324f")
    p.box(330, 210, 940, 640, GOLD)
    p.dots(330, 210, 940, 640, "#f3c873", turn=True)
    for shelf in range(3):
        y = 400 + shelf * 165
        p.box(350, y, 900, 16, RED)
        for i in range(7):
            x, w = 372.0 + i * 126, 108.0
            p.draw.rounded_rectangle(
                [c * OVER for c in (x, y - 74, x + w, y)], radius=44 * OVER, fill="#a65a2a"
            )
            for cut in range(3):
                p.line([(x + 24 + cut * 26, y - 58), (x + 40 + cut * 26, y - 30)], PAPER, 4)
    for x in (330, 800, 1262):
        p.box(x - 6, 200, 18, 660, INK)
    for i in range(11):
        p.flat([(300 + i * 91, 120), (391 + i * 91, 120), (391 + i * 91, 232), (300 + i * 91, 232)],
               PAPER if i % 2 else RED)  # fmt: skip
        p.disc(345 + i * 91, 232, 45, PAPER if i % 2 else RED)
    p.box(250, 850, 1100, 60, TEAL)


def flood(p: Plate) -> None:
    """Roofs and trees standing in a plain of water, from above."""
    p.box(0, 0, WIDTH, HEIGHT, SKY)
    p.sea(0, SKY, PAPER)
    river = [(x, 520 + 130 * math.sin(x / 240)) for x in range(0, WIDTH + 20, 20)]
    p.line(river, TEAL, 150)
    for x in range(90, WIDTH, 190):
        for side in (-210, 190):
            y = 520 + 130 * math.sin(x / 240) + side + p.random.randint(-40, 40)
            w, h = p.random.randint(80, 130), p.random.randint(54, 80)
            ink = p.random.choice([RED, RED, INK, GOLD])
            p.flat([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], ink)
            p.flat([(x, y), (x + w, y), (x + w - 12, y + h / 2), (x + 12, y + h / 2)], PAPER)
    for _ in range(60):
        px, py = (
            p.random.random() * WIDTH,
            p.random.choice([p.random.random() * 240, 840 + p.random.random() * 220]),
        )
        p.disc(px, py, 15 + 12 * p.random.random(), TEAL)
        p.disc(px - 4, py - 4, 8, INK)


def observatory(p: Plate) -> None:
    """A hut on a ridge under snow."""
    p.box(0, 0, WIDTH, HEIGHT, TEAL)
    p.dots(0, 0, WIDTH, 560, INK, turn=True)
    p.flat(
        [
            (0, 900),
            (420, 330),
            (640, 560),
            (980, 150),
            (1290, 600),
            (1600, 420),
            (1600, 1067),
            (0, 1067),
        ],
        INK,
    )
    p.flat([(980, 150), (840, 322), (930, 380), (985, 318), (1050, 400), (1100, 330)], PAPER)
    p.flat([(420, 330), (330, 452), (400, 470), (430, 430), (480, 470), (505, 412)], PAPER)
    p.flat([(0, 1000), (500, 760), (1000, 840), (1600, 700), (1600, 1067), (0, 1067)], PAPER)
    p.box(690, 690, 220, 130, RED)
    p.flat([(664, 700), (800, 610), (936, 700)], INK)
    p.box(850, 620, 30, 70, INK)
    p.box(740, 730, 60, 56, GOLD)
    for i in range(5):
        p.disc(872 + i * 22, 590 - i * 34, 10 + 5 * i, SKY)
    for _ in range(160):
        p.disc(
            p.random.random() * WIDTH,
            p.random.random() * HEIGHT,
            1.5 + 2.5 * p.random.random(),
            PAPER,
        )


def library(p: Plate) -> None:
    """A hall of arches and books."""
    p.box(0, 0, WIDTH, HEIGHT, PAPER)
    for i in range(5):
        x = 60 + i * 310
        p.box(x, 260, 250, 640, TEAL)
        p.disc(x + 125, 260, 125, TEAL)
        for shelf in range(5):
            y = 320 + shelf * 118
            at = x + 14
            while at < x + 226:
                w = p.random.randint(12, 24)
                h = p.random.randint(62, 98)
                p.box(at, y + 98 - h, w, h, p.random.choice([RED, GOLD, INK, PAPER, SKY]))
                at += w + 3
            p.box(x, y + 98, 250, 10, INK)
    p.box(0, 900, WIDTH, 167, INK)
    p.dots(0, 900, WIDTH, 160, TEAL)
    for x in (400, 800, 1200):
        p.line([(x, 0), (x, 150)], INK, 4)
        p.flat([(x - 70, 210), (x - 30, 150), (x + 30, 150), (x + 70, 210)], RED)
        p.disc(x, 214, 22, GOLD)


def football(p: Plate) -> None:
    """A small ground under lights beside the sea."""
    p.box(0, 0, WIDTH, HEIGHT, INK)
    p.sea(400, TEAL, INK)
    for x in (210, 1390):
        p.line([(x, 640), (x, 150)], PAPER, 10)
        p.box(x - 80, 100, 160, 66, PAPER)
        for i in range(4):
            p.disc(x - 58 + i * 39, 132, 15, GOLD)
        p.flat([(x - 70, 170), (x + 70, 170), (x + 330, 720), (x - 330, 720)], "#2b4a5c")
    p.flat([(0, 1067), (1600, 1067), (1380, 600), (220, 600)], "#3f7a4f")
    for i in range(0, 6, 2):
        y, z = 600 + i * 78, 600 + (i + 1) * 78
        a, b = 220 - i * 36.7, 220 - (i + 1) * 36.7
        p.flat([(a, y), (1600 - a, y), (1600 - b, z), (b, z)], "#357045")
    p.line([(640, 600), (640, 470), (960, 470), (960, 600)], PAPER, 10)
    for i in range(9):
        p.line([(640 + i * 40, 475), (640 + i * 40, 598)], "#9fb4b0", 2)
    for x, y, ink in ((520, 800, RED), (760, 720, RED), (930, 860, GOLD), (1130, 740, GOLD)):
        p.disc(x, y - 96, 21, "#d9a07a")
        p.box(x - 24, y - 76, 48, 62, ink)
        p.line([(x - 12, y - 16), (x - 26, y + 48)], INK, 13)
        p.line([(x + 12, y - 16), (x + 30, y + 44)], INK, 13)
    p.disc(1250, 300, 24, PAPER)
    p.line([(1010, 640), (1120, 420), (1232, 316)], PAPER, 3)


def books(p: Plate) -> None:
    """Nine books on a table."""
    p.box(0, 0, WIDTH, HEIGHT, RED)
    p.dots(0, 0, WIDTH, 620, "#a83420", turn=True)
    p.box(0, 800, WIDTH, 267, INK)
    x = 170.0
    for i in range(9):
        w, h = 92 + 34 * ((i * 7) % 4), 420 + 60 * ((i * 5) % 4)
        ink = [PAPER, TEAL, GOLD, INK, SKY, PAPER, TEAL, GOLD, INK][i]
        lean = 60 if i == 8 else 0
        p.flat([(x + lean, 800 - h), (x + w + lean, 800 - h), (x + w, 800), (x, 800)], ink)
        mark = INK if ink in (PAPER, GOLD, SKY) else PAPER
        p.box(x + 14 + lean * 0.8, 800 - h + 60, w - 28, 8, mark)
        p.box(x + 14 + lean * 0.6, 800 - h + 150, w - 28, 90, mark)
        x += w + 12


def orchard(p: Plate) -> None:
    """One old tree full of pears."""
    p.box(0, 0, WIDTH, HEIGHT, PAPER)
    p.disc(1240, 240, 130, GOLD)
    p.hills(880, 110, TEAL, 2.0, 0.3)
    p.flat(
        [(740, 930), (770, 640), (700, 520), (800, 600), (850, 480), (868, 640), (890, 930)], INK
    )
    for _ in range(240):
        angle, r = p.random.random() * math.tau, 330 * math.sqrt(p.random.random())
        x, y = 805 + r * 1.35 * math.cos(angle), 420 + r * 0.86 * math.sin(angle)
        p.disc(x, y, 30 + 22 * p.random.random(), p.random.choice([TEAL, "#3d8069", "#1f5a57"]))
    for _ in range(34):
        angle, r = p.random.random() * math.tau, 300 * math.sqrt(p.random.random())
        x, y = 805 + r * 1.3 * math.cos(angle), 430 + r * 0.8 * math.sin(angle)
        p.disc(x, y, 14, GOLD)
        p.disc(x, y + 17, 20, GOLD)
        p.line([(x, y - 12), (x + 5, y - 28)], INK, 4)
    for i in range(16):
        p.box(40 + i * 100, 850, 16, 150, INK)
    p.box(0, 890, WIDTH, 12, INK)
    for i in range(5):
        p.disc(600 + i * 90, 975 + (i % 2) * 16, 18, GOLD)


def glassworks(p: Plate) -> None:
    """A furnace mouth and two people at it."""
    p.box(0, 0, WIDTH, HEIGHT, INK)
    for i in range(13, 0, -1):
        p.disc(
            1080,
            520,
            60 + i * 46,
            f"#{29 + (13 - i) * 14:02x}{39 + (13 - i) * 6:02x}{62 - (13 - i) * 2:02x}",
        )
    p.disc(1080, 520, 190, RED)
    p.disc(1080, 520, 150, GOLD)
    p.disc(1080, 520, 96, PAPER)
    p.box(700, 800, 900, 267, "#121a2c")
    for x, s, lean in ((430, 1.25, 90), (720, 1.0, 70)):
        p.disc(x, 430, 46 * s, "#0c1220")
        p.flat(
            [(x - 78 * s, 490), (x + 62 * s, 490), (x + 92 * s, 900), (x - 92 * s, 900)], "#0c1220"
        )
        p.line([(x + 30 * s, 540), (x + 170 * s, 600 - lean / 3), (1010, 535)], "#0c1220", 26 * s)
        p.line([(x + 120 * s, 606 - lean / 3), (1040, 528)], PAPER, 7)
    p.disc(1035, 528, 30, PAPER)


def tram(p: Plate) -> None:
    """A bus in rain, the street shining."""
    p.box(0, 0, WIDTH, HEIGHT, TEAL)
    for i in range(9):
        h = p.random.randint(260, 520)
        p.box(i * 190 - 30, 700 - h, 176, h, INK)
        for row in range(h // 90):
            for column in range(3):
                lit = p.random.random() < 0.4
                p.box(
                    i * 190 + column * 50 - 12,
                    724 - h + row * 86,
                    26,
                    42,
                    GOLD if lit else "#2a3856",
                )
    p.box(0, 700, WIDTH, 367, "#16203a")
    p.draw.rounded_rectangle([c * OVER for c in (420, 380, 1220, 830)], radius=46 * OVER, fill=RED)
    p.box(460, 430, 720, 130, PAPER)
    p.box(460, 620, 540, 120, PAPER)
    for i in range(6):
        p.box(575 + i * 118, 430, 12, 130, RED)
    p.box(1030, 620, 110, 210, GOLD)
    for x in (560, 930):
        p.disc(x, 832, 62, INK)
        p.disc(x, 832, 28, PAPER)
    p.dots(420, 880, 800, 150, RED, turn=True)
    for _ in range(320):
        rx, ry = p.random.random() * WIDTH, p.random.random() * HEIGHT
        p.line([(rx, ry), (rx - 10, ry + 42)], SKY, 1.6)


def telescope(p: Plate) -> None:
    """A dome with its slit open to the stars."""
    p.box(0, 0, WIDTH, HEIGHT, "#141c33")
    for _ in range(420):
        x = p.random.random() * WIDTH
        y = 380 + (x - 800) * 0.32 + p.random.gauss(0, 150)
        p.disc(x, y, 0.8 + 2.4 * p.random.random(), p.random.choice([PAPER, PAPER, GOLD, SKY]))
    p.hills(1010, 130, "#0b1122", 2.6, 1.3)
    p.disc(800, 690, 300, PAPER)
    p.box(480, 690, 640, 330, "#0b1122")
    p.box(500, 690, 600, 230, SKY)
    p.dots(500, 690, 600, 230, TEAL)
    p.flat([(760, 380), (900, 396), (900, 690), (760, 690)], "#141c33")
    p.line([(828, 690), (868, 470)], RED, 58)
    p.line([(862, 506), (880, 408)], GOLD, 46)
    p.box(760, 800, 90, 120, INK)


def swimmer(p: Plate) -> None:
    """One arm and a cap in a wide sea."""
    p.box(0, 0, WIDTH, HEIGHT, GOLD)
    p.disc(1180, 250, 120, RED)
    p.sea(330, TEAL, SKY)
    for i in range(7):
        y = 420 + i * 95
        wave = [
            (x, y + (9 + 5 * i) * math.sin(x / (50 + 22 * i) + i)) for x in range(0, WIDTH + 10, 10)
        ]
        p.line(wave, INK if i % 2 else SKY, 3 + 1.6 * i)
    p.disc(690, 660, 64, RED)
    p.flat([(632, 690), (752, 690), (740, 742), (646, 742)], "#d9a07a")
    p.line([(610, 740), (520, 560), (400, 640)], "#d9a07a", 46)
    p.disc(392, 646, 30, "#d9a07a")
    wave = [(x, 745 + 22 * math.sin(x / 88)) for x in range(0, WIDTH + 10, 10)]
    p.flat([*wave, (WIDTH, 840), (0, 840)], TEAL)
    p.dots(760, 760, 640, 110, PAPER, turn=True)
    p.flat([(120, 330), (240, 330), (220, 352), (138, 352)], INK)
    p.line([(180, 330), (180, 276)], INK, 4)


def market(p: Plate) -> None:
    """Stalls under an iron roof."""
    p.box(0, 0, WIDTH, HEIGHT, PAPER)
    p.dots(0, 0, WIDTH, 420, GOLD, turn=True)
    for i in range(5):
        x = i * 400 - 200
        p.draw.arc([c * OVER for c in (x, 90, x + 400, 490)], 180, 360, fill=INK, width=18 * OVER)
        p.line([(x, 290), (x, 900)], INK, 18)
    for i, ink in enumerate((RED, TEAL, GOLD, RED)):
        x = 60 + i * 390
        for s in range(6):
            p.flat([(x + s * 52, 480), (x + s * 52 + 52, 480), (x + s * 56 + 44, 580), (x + s * 56 - 12, 580)],
                   ink if s % 2 else PAPER)  # fmt: skip
        p.box(x, 720, 320, 180, INK)
        for g in range(26):
            p.disc(
                x + 20 + (g % 13) * 24, 706 - (g // 13) * 20, 15, p.random.choice([RED, GOLD, TEAL])
            )
    p.box(0, 900, WIDTH, 167, "#b9a98a")
    for _ in range(15):
        mx, size = p.random.random() * WIDTH, 0.8 + 0.5 * p.random.random()
        p.disc(mx, 790, 27 * size, INK)
        p.flat(
            [
                (mx - 42 * size, 1010),
                (mx - 34 * size, 826),
                (mx + 34 * size, 826),
                (mx + 42 * size, 1010),
            ],
            p.random.choice([INK, TEAL, RED, "#3a4663"]),
        )


SCENES: dict[str, Callable[[Plate], None]] = {
    f.__name__: f
    for f in (
        harbour, ferry, railway, strait, bakery, flood, observatory, library, football, books,
        orchard, glassworks, tram, telescope, swimmer, market,
    )
}  # fmt: skip
