"""Files broken at random, and what must be true of whatever is said about them.

The small scenario is broken in `test_mutations.py`, all that ships in `test_shelf_mutations.py`. Mistakes that a person
would make are in `mistakes.py`.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

from game.authoring.load import Examined, examine_bytes

MOST_SECONDS = 1.0
SIGNS: tuple[str, ...] = (
    *"{}[]:,#&*!|>'\"%@`-? \t\n\\~<=.", ": ", " #tag", "- ", "\n\n", "<<: ", "&a ", "*a", "!!int ", "true", "no", "010",
    "-1", "9" * 30, "1e999", "\u00a0", "\u200b", "\ufeff", "\x00", "\x85", "\u2028", "\U0001f422", "é", "{person}",
    "__class__", "on", "~", "---\n", "...", "%YAML 1.1",
)  # fmt: skip
"""What is put into a file: signs that mean something to YAML, and such as nobody expects."""


def broken(text: str, luck: random.Random) -> bytes:
    """A text after one to four random edits, once in a while of its bytes."""
    for _ in range(luck.randint(1, 4)):
        text = edited(text, luck)
    data = text.encode("utf-8", errors="replace")
    if luck.random() < 0.1:
        place = luck.randrange(len(data))
        data = data[:place] + luck.randbytes(luck.randint(1, 3)) + data[place + 1 :]
    return data


def edited(text: str, luck: random.Random) -> str:
    """A text with something put in, taken out, doubled, swapped or indented anew."""
    lines = text.split("\n")
    here, there = luck.randrange(len(lines)), luck.randrange(len(lines))
    place, length = luck.randrange(len(text) + 1), luck.choice([1, 1, 2, 5, 30, 300])
    match luck.randrange(8):
        case 0 | 1:
            return text[:place] + luck.choice(SIGNS) + text[place:]
        case 2:
            return text[:place] + text[place + length :]
        case 3:
            lines.insert(here, lines[there])
        case 4:
            lines[here], lines[there] = lines[there], lines[here]
        case 5:
            lines[here] = " " * luck.randint(0, 9) + lines[here].lstrip()
        case 6:
            del lines[here]
        case _:
            words = lines[here].split(" ")
            words[luck.randrange(len(words))] = luck.choice(SIGNS)
            lines[here] = " ".join(words)
    return "\n".join(lines)


def examined(data: bytes, file: str, folder: Path | None = None) -> tuple[Examined, float]:
    """What is said of a file, and the processor's seconds it took to find it."""
    start = time.process_time()
    found = examine_bytes(data, file, folder=folder)
    return found, time.process_time() - start


def check_told(data: bytes, file: str, folder: Path | None = None) -> Examined:
    """What is said of a broken file: it is said soon, no file with an error is a scenario, each problem has a line."""
    found, took = examined(data, file, folder)
    if took >= MOST_SECONDS:  # something else may have been at work
        took = min(took, examined(data, file, folder)[1])
    assert took < MOST_SECONDS
    if any(one.severity == "error" for one in found.problems):
        assert found.scenario is None
    last = data.count(b"\n") + data.count(b"\r") + 1
    for problem in found.problems:
        if Path(problem.file).name == file:
            assert 1 <= problem.line <= last
        assert 1 <= problem.col < problem.spot.end
        assert problem.message
        assert problem.remedy
        assert str(problem)
        assert problem.github().startswith("::")
    return found
