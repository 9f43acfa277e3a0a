"""One picture in the making: flat inks, halftone dots and the grain of paper. Needs Pillow only."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT, OVER = 1600, 1067, 2
PAPER, INK, RED, TEAL, GOLD, SKY = "#f3ecdd", "#1d2740", "#c8452f", "#2c6e73", "#e9a93d", "#a9c4c6"
Point = tuple[float, float]


class Plate:
    """One picture in the making. Coordinates are in points of 1600 by 1067."""

    def __init__(self, ground: str = PAPER, seed: int = 1) -> None:
        self.image = Image.new("RGB", (WIDTH * OVER, HEIGHT * OVER), ground)
        self.draw = ImageDraw.Draw(self.image)
        self.random = random.Random(seed)  # noqa: S311

    def flat(self, points: Sequence[Point], ink: str) -> None:
        """A shape filled with one ink."""
        self.draw.polygon([(x * OVER, y * OVER) for x, y in points], fill=ink)

    def box(self, x: float, y: float, w: float, h: float, ink: str) -> None:
        """An upright rectangle."""
        self.flat([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], ink)

    def disc(self, x: float, y: float, r: float, ink: str) -> None:
        """A filled circle."""
        self.draw.ellipse([c * OVER for c in (x - r, y - r, x + r, y + r)], fill=ink)

    def line(self, points: Sequence[Point], ink: str, width: float = 6) -> None:
        """A line of even width."""
        scaled = [(x * OVER, y * OVER) for x, y in points]
        self.draw.line(scaled, fill=ink, width=int(width * OVER), joint="curve")

    def dots(self, x: float, y: float, w: float, h: float, ink: str, turn: bool = False) -> None:
        """A field of halftone dots that swell towards its foot, or its head if turned."""
        step = 13
        for row in range(int(h / step)):
            share = row * step / h
            share = 1 - share if turn else share
            for column in range(int(w / step) + 1):
                px = x + column * step + (step / 2 if row % 2 else 0)
                if px < x + w:
                    self.disc(px, y + row * step, 0.6 + 6.2 * share, ink)

    def hills(self, y: float, height: float, ink: str, waves: float, phase: float) -> None:
        """A skyline of rolling ground."""
        top = [
            (x, y - height * (0.5 + 0.5 * math.sin(x / WIDTH * waves * math.pi + phase))
             - height * 0.18 * math.sin(x / 97 + phase))
            for x in range(0, WIDTH + 20, 10)
        ]  # fmt: skip
        self.flat([*top, (WIDTH, HEIGHT), (0, HEIGHT)], ink)

    def sea(self, y: float, ink: str, light: str) -> None:
        """Water from `y` down, with strokes of light that widen towards us."""
        self.box(0, y, WIDTH, HEIGHT - y, ink)
        for _ in range(150):
            share = self.random.random()
            sy = y + 14 + share * (HEIGHT - y)
            length = 20 + 190 * share * self.random.random()
            sx = self.random.random() * WIDTH
            self.line([(sx, sy), (sx + length, sy)], light, 1.5 + 4 * share)

    def finish(self) -> Image.Image:
        """Scale down, put the grain of paper and a slipped plate over it."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        grain = Image.effect_noise((WIDTH, HEIGHT), 26).filter(ImageFilter.GaussianBlur(0.6))
        paper = grain.point([min(255, 214 + v // 4) for v in range(256)]).convert("RGB")
        return ImageChops.multiply(small, paper)
