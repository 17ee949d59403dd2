"""What the lines alone give away, before YAML is read: tabs, signs that cannot be seen, emptiness.

No YAML reader says these well, and the readers differ over them.
"""

from __future__ import annotations

import re

from game.authoring.source import Source, Span

MOST_CHARACTERS = 1_000_000
# private signs are left out as well: `reader.py` uses one of them
_UNSEEN = re.compile(
    "[^\t\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\uf900-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    "|[\u00ad\u200b\u2060]"
)
_COMMENT = re.compile(r"(^|\s)#")


def find_traps(source: Source) -> None:
    """Report what makes reading useless or treacherous; without a problem, go on and read."""
    if len(source.text) > MOST_CHARACTERS:
        message = (
            f"This file has {len(source.text):,} characters; {MOST_CHARACTERS:,} are possible."
        )
        remedy = "Take something out, or make two files of it."
        source.report(Span(0, 0, 0, 1), "Y01", message, remedy)
    elif found := _UNSEEN.search(source.text):
        number = source.text.count("\n", 0, found.start())
        col = found.start() - source.text.rfind("\n", 0, found.start()) - 1
        message = f"Here stands a sign that cannot be seen (U+{ord(found[0]):04X})."
        more = source.text.count(found[0]) - 1
        remedy = f"Delete it, and the {more} others of its kind." if more > 1 else "Delete it."
        source.report(Span(number, col, number, col + 1), "Y06", message, remedy)
    elif not any(_has_content(line) for line in source.lines):
        source.report(Span(0, 0, 0, 1), "Y04", "This file is empty.", "Begin with its format.")
    else:
        for number, line in enumerate(source.lines):
            _find_false_space(source, number, line)


def _find_false_space(source: Source, number: int, line: str) -> None:
    comment = _COMMENT.search(line)
    before = line[: comment.start()] if comment else line
    blank = line[: len(line) - len(line.lstrip())]
    if (col := before.find("\t")) >= 0 and line.strip():
        message = "Here stands a tab."
        if col < len(blank):
            message = "This line is indented with a tab."
        remedy = "Use ordinary spaces: two for each level."
        if not line[col:].strip():
            remedy = "Delete it: nothing follows on the line."
    elif (col := blank.find("\u00a0")) >= 0 and line.strip():
        message = "This line is indented with a no-break space."
        remedy = "Use ordinary spaces: two for each level."
    else:
        return
    source.report(Span(number, col, number, col + 1), "Y02", message, remedy)


def _has_content(line: str) -> bool:
    line = line.strip()
    return not line.startswith("#") and line not in ("", "---", "...")
