"""Makes the font files beside it: one TrueType file a weight, Latin and its extension merged.

Needs fontTools and brotli, which the game itself does not: run it where they are installed, as
`python assets/fonts/build.py ATKINSON FREDOKA DEJAVU`, naming the unpacked packages of
`@fontsource/atkinson-hyperlegible-next` and `@fontsource/fredoka` and the file `DejaVuSans.ttf`.
"""
# ruff: noqa: INP001  (a workshop tool beside what it makes, not part of the game)

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ATKINSON = {400: "Regular", 500: "Medium", 600: "SemiBold"}
FREDOKA = {500: "Medium", 600: "SemiBold"}
LAST_RESORT = "0000-052F,1E00-1FFF,2000-27BF,2C60-2C7F,A720-A7FF,FB00-FB06,FFFD"


def merged(package: Path, family: str, weight: int, target: Path) -> None:
    """Write one weight of a family as a single file: the web packages split it in two."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for part in ("latin", "latin-ext"):
            font = TTFont(package / "files" / f"{family}-{part}-{weight}-normal.woff2")
            font.flavor = None
            path = Path(folder) / f"{part}.ttf"
            font.save(path)
            parts.append(str(path))
        font = merge.Merger().merge(parts)
        font.save(target)


def main(atkinson: str, fredoka: str, dejavu: str) -> None:
    """Write every font file of the game."""
    for weight, name in ATKINSON.items():
        target = HERE / f"AtkinsonHyperlegibleNext-{name}.ttf"
        merged(Path(atkinson), "atkinson-hyperlegible-next", weight, target)
    for weight, name in FREDOKA.items():
        merged(Path(fredoka), "fredoka", weight, HERE / f"Fredoka-{name}.ttf")
    subset.main(
        [
            dejavu,
            f"--unicodes={LAST_RESORT}",
            "--layout-features=kern,mark,mkmk,ccmp",
            "--no-hinting",
            f"--output-file={HERE / 'DejaVuSans-Subset.ttf'}",
        ]
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
