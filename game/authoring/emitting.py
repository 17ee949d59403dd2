"""Texts as they are written into YAML, for the files that commands begin for an author.

How YAML is read: `reader.py`.
"""

from __future__ import annotations

import json
import textwrap

WIDTH = 100
_LONG = 60


def as_entry(key: str, text: str, *, indent: int = 0) -> str:
    """A key and its text, in quotes on one line, or below the key where it is long."""
    return f"{' ' * indent}{key}: {as_value(text, indent=indent)}"


def as_value(text: str, *, indent: int = 0) -> str:
    """A text as it stands behind its key, which is indented so far."""
    before = " " * (indent + 2)
    whole = text.endswith("\n") and not text.endswith("\n\n") and text[:1].strip()
    if whole and all(line == line.rstrip() for line in text.splitlines()):
        return "\n".join(["|", *(f"{before}{line}".rstrip() for line in text.splitlines())])
    if "\n" in text.strip() or text != " ".join(text.split()) or len(text) <= _LONG:
        return in_quotes(text)
    lines = textwrap.wrap(text, WIDTH - len(before), break_long_words=False, break_on_hyphens=False)
    return "\n".join([">-", *(f"{before}{line}" for line in lines)])


def as_comment(text: str, *, indent: int = 0) -> str:
    """A text behind # signs."""
    before = " " * indent + "# "
    lines = [
        line for part in text.strip().splitlines() for line in _folded(part, WIDTH - len(before))
    ]
    return "\n".join(f"{before}{line}".rstrip() for line in lines)


def _folded(line: str, width: int) -> list[str]:
    """A line in lines of this width; one that its author kept short enough stays as it is."""
    return [line] if len(line) <= WIDTH else textwrap.wrap(line, width, break_on_hyphens=False)


def in_quotes(text: str) -> str:
    """A text in double quotes, all on one line."""
    return json.dumps(text, ensure_ascii=False)
