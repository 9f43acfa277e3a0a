"""Draws the demonstration's pictures: flat inks on paper, as a small press would print them.

Run once; the pictures are kept in the repository. Needs Pillow only.

    python scripts/draw_demo_pictures.py broadsheet/demo/pictures [NAME ...]
"""

from __future__ import annotations

import sys
from pathlib import Path

from demo_plate import Plate
from demo_scenes import SCENES

#: Bytes that one picture may weigh.
MOST = 118_000


def keep(plate: Plate, path: Path) -> int:
    """Write the picture as finely as its weight allows; its bytes."""
    picture = plate.finish()
    for quality in (58, 50, 42, 34, 26):
        picture.save(path, quality=quality, method=6)
        if path.stat().st_size <= MOST:
            break
    return path.stat().st_size


def main(words: list[str]) -> int:
    """Draw all scenes, or those that are named."""
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, scene) in enumerate(SCENES.items(), 1):
        if len(words) > 1 and name not in words[1:]:
            continue
        plate = Plate(seed=number)
        scene(plate)
        size = keep(plate, folder / f"{name}.webp")
        print(f"{name}: {size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
