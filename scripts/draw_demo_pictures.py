"""Draws the demonstration's pictures: flat inks on paper, as a small press would print them.

Run once; the pictures are kept in the repository. Needs Pillow only.

    python scripts/draw_demo_pictures.py broadsheet/demo/pictures [NAME ...]
"""

from __future__ import annotations

import sys
from pathlib import Path

from demo_plate import Plate
from demo_scenes import SCENES


def main(words: list[str]) -> int:
    """Draw all scenes, or those that are named."""
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, scene) in enumerate(SCENES.items(), 1):
        if len(words) > 1 and name not in words[1:]:
            continue
        plate = Plate(seed=number)
        scene(plate)
        plate.finish().save(folder / f"{name}.webp", quality=58, method=6)
        print(f"{name}: {(folder / f'{name}.webp').stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
