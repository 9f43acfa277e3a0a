"""The scenes of the demonstration's pictures, one function each."""

from __future__ import annotations

import math
from collections.abc import Callable

from demo_plate import GOLD, HEIGHT, INK, OVER, PAPER, RED, SKY, TEAL, WIDTH, Plate, Point


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
    p.disc(330, 250, 105, GOLD)
    p.dots(0, 130, WIDTH, 330, PAPER)
    p.hills(640, 270, TEAL, 3.1, 0.6)
    p.hills(880, 200, INK, 2.3, 2.2)
    viaduct(p, deck=520, foot=1080, span=232, pier=56)
    for x in (560, 800):
        p.box(x, 412, 230, 98, RED)
        p.box(x + 8, 398, 214, 18, INK)
        for i in range(5):
            p.box(x + 18 + i * 41, 432, 29, 34, PAPER)
        for wheel in (38, 66, 164, 192):
            p.disc(x + wheel, 512, 12, INK)
    p.box(788, 486, 16, 12, INK)
    p.hills(1085, 60, TEAL, 4, 1.0)


def viaduct(p: Plate, deck: float, foot: float, span: float, pier: float) -> None:
    """A row of round arches that carries a line across the whole picture."""
    half = (span - pier) / 2
    crown = deck + 62
    p.box(0, deck, WIDTH, 26, PAPER)
    p.box(0, deck + 22, WIDTH, 6, INK)
    for i in range(-1, int(WIDTH / span) + 2):
        left = i * span - 40
        middle = left + pier + half
        arch = [
            (
                middle + half * math.cos(a * math.pi / 24),
                crown + half - half * math.sin(a * math.pi / 24),
            )
            for a in range(25)
        ]
        # The wall over one arch, cut out along its curve.
        p.flat([(left + pier / 2, deck + 28), (left + span + pier / 2, deck + 28),
                (left + span + pier / 2, crown + half), *arch, (left + pier / 2, crown + half)],
               PAPER)  # fmt: skip
        p.flat([(left + 4, crown + half), (left + pier - 4, crown + half),
                (left + pier + 4, foot), (left - 4, foot)], PAPER)  # fmt: skip
        p.box(left + pier - 14, crown + half, 10, foot - crown - half, SKY)
        p.box(left - 6, crown + half - 8, pier + 12, 12, SKY)


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
    for _ in range(160):
        p.disc(
            p.random.random() * WIDTH,
            p.random.random() * HEIGHT,
            1.5 + 2.5 * p.random.random(),
            PAPER,
        )
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
    p.box(690, 690, 220, 12, "#8f3020")
    p.box(852, 598, 32, 80, SKY)
    p.flat([(656, 704), (690, 690), (800, 604), (910, 690), (944, 704), (800, 628)], PAPER)
    p.flat([(694, 700), (800, 628), (906, 700)], RED)
    p.box(740, 732, 60, 56, GOLD)
    p.box(767, 732, 6, 56, RED)
    p.box(840, 728, 44, 92, INK)
    for i in range(5):
        p.disc(874 + i * 22, 570 - i * 34, 10 + 5 * i, SKY)


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
    for i in range(7, 0, -1):
        share = (7 - i) / 7
        glow = f"#{int(29 + share * 150):02x}{int(39 + share * 30):02x}{int(64 - share * 20):02x}"
        p.disc(1180, 500, 190 + i * 80, glow)
    brick = "#12192c"
    for row in range(9):
        for column in range(8):
            p.box(930 + column * 92 - (row % 2) * 46, 700 + row * 42, 86, 36, brick)
    p.disc(1180, 500, 300, brick)
    p.disc(1180, 500, 250, RED)
    p.disc(1180, 500, 200, GOLD)
    p.dots(1000, 480, 360, 190, RED)
    p.disc(1180, 470, 130, PAPER)
    p.box(0, 960, WIDTH, 107, "#0c1220")
    for x, size, end in ((300, 1.0, (1090, 470)), (620, 1.14, (1140, 560))):
        blower(p, x, size, end)


def blower(p: Plate, x: float, size: float, end: Point) -> None:
    """A glassblower from behind, the rod held out to `end` with a gather of glass on it."""
    dark, foot = "#0a0f1b", 1000.0
    body = [(-70, 0), (-62, -300), (-96, -470), (-50, -540), (50, -540), (92, -480),
            (60, -300), (76, 0)]  # fmt: skip
    p.flat([(x + dx * size, foot + dy * size) for dx, dy in body], dark)
    p.flat([(x + 60 * size, foot - 300 * size), (x + 92 * size, foot - 480 * size),
            (x + 80 * size, foot - 490 * size), (x + 50 * size, foot - 300 * size)], RED)  # fmt: skip
    p.box(x - 24 * size, foot - 580 * size, 48 * size, 60 * size, dark)
    p.disc(x + 6 * size, foot - 612 * size, 54 * size, dark)
    p.flat([(x + 30 * size, foot - 655 * size), (x + 58 * size, foot - 640 * size),
            (x + 58 * size, foot - 590 * size), (x + 46 * size, foot - 580 * size)], RED)  # fmt: skip
    hand = (x + 250 * size, foot - 430 * size)
    p.line(
        [(x + 50 * size, foot - 490 * size), (x + 150 * size, foot - 400 * size), hand],
        dark,
        46 * size,
    )
    p.line([(x - 60 * size, foot - 480 * size), (x + 60 * size, foot - 370 * size),
            (x + 190 * size, foot - 405 * size)], dark, 42 * size)  # fmt: skip
    slope = (end[1] - hand[1]) / (end[0] - hand[0])
    back = (x + 120 * size, hand[1] - slope * 130 * size)
    p.line([back, end], SKY, 11)
    p.disc(*hand, 24 * size, dark)
    p.disc(*end, 42, "#fff6dc")


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
    """Stalls under an iron roof, and the people who came."""
    p.box(0, 0, WIDTH, HEIGHT, PAPER)
    p.dots(0, 0, WIDTH, 420, GOLD, turn=True)
    for x in range(0, WIDTH, 400):
        p.draw.arc([c * OVER for c in (x, 60, x + 400, 460)], 180, 360, fill=INK, width=18 * OVER)
        p.draw.arc(
            [c * OVER for c in (x + 34, 94, x + 366, 426)], 180, 360, fill=INK, width=5 * OVER
        )
    for x in range(0, WIDTH + 1, 400):
        p.box(x - 9, 258, 18, 560, INK)
    p.box(0, 800, WIDTH, 267, "#b9a98a")
    p.dots(0, 800, WIDTH, 267, INK, turn=True)
    for x, ink in ((40, RED), (440, TEAL), (840, GOLD), (1240, RED)):
        stall(p, x, ink)
    for x, size, ink in ((120, 0.92, TEAL), (330, 1.05, INK), (640, 0.88, RED), (800, 1.16, INK),
                         (1030, 0.95, TEAL), (1215, 1.1, RED), (1480, 1.0, INK)):  # fmt: skip
        shopper(p, x, size, ink)


def stall(p: Plate, x: float, ink: str) -> None:
    """A striped awning on two posts over a counter heaped with fruit."""
    for post in (14, 306):
        p.box(x + post - 5, 470, 10, 340, INK)
    for s in range(8):
        left, right = x + s * 40, x + s * 40 + 40
        stripe = ink if s % 2 == 0 else "#fffaf0"
        p.flat([(x + 24 + s * 34, 420), (x + 58 + s * 34, 420), (right, 514), (left, 514)], stripe)
        p.draw.pieslice([c * OVER for c in (left, 492, right, 532)], 0, 180, fill=stripe)
    for row in range(3):
        for g in range(11 - row):
            p.disc(
                x + 36 + row * 12 + g * 25, 682 - row * 19, 14, p.random.choice([RED, GOLD, TEAL])
            )
    p.box(x, 690, 320, 24, "#fffaf0")
    p.box(x, 714, 320, 130, INK)


def shopper(p: Plate, x: float, size: float, ink: str) -> None:
    """Somebody in a coat, seen from behind, with a basket."""
    foot = 1020.0
    for leg in (-16, 16):
        p.box(x + (leg - 8) * size, foot - 70 * size, 16 * size, 74 * size, "#10182b")
    coat = [(-50, -60), (-42, -190), (-26, -232), (26, -232), (42, -190), (50, -60)]
    p.flat([(x + dx * size, foot + dy * size) for dx, dy in coat], ink)
    p.box(x - 3 * size, foot - 150 * size, 6 * size, 90 * size, PAPER)
    p.disc(x, foot - 262 * size, 30 * size, "#d9a27c")
    p.draw.pieslice(
        [c * OVER for c in (x - 34 * size, foot - 298 * size, x + 34 * size, foot - 230 * size)],
        180, 360, fill="#10182b",
    )  # fmt: skip
    p.box(x - 40 * size, foot - 268 * size, 80 * size, 8 * size, "#10182b")
    p.line([(x + 40 * size, foot - 190 * size), (x + 66 * size, foot - 110 * size)], ink, 18 * size)
    basket = [(38, -112), (100, -112), (90, -62), (48, -62)]
    p.flat([(x + dx * size, foot + dy * size) for dx, dy in basket], GOLD)


SCENES: dict[str, Callable[[Plate], None]] = {
    f.__name__: f
    for f in (
        harbour, ferry, railway, strait, bakery, flood, observatory, library, football, books,
        orchard, glassworks, tram, telescope, swimmer, market,
    )
}  # fmt: skip
