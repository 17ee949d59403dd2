"""A misreading: one error of the YAML reader in words, with the line as it should be where that is plain.

Which error means what is found in `syntax.py` and `stray_lines.py`; `reader.py` reports it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

KEY_AND_TEXT = re.compile(r"(\s*(?:- +)*(?:[\w.-]+|\"[^\"]*\"|'[^']*') *: +)(\S.*)$")


@dataclass(frozen=True)
class Misreading:
    """A syntax error in words; line and columns from 0, the end exclusive."""

    line: int
    col: int
    end: int
    code: str
    message: str
    remedy: str
    instead: str = ""
    """The whole line as it should be, where that is plain."""


def quoted(text: str) -> str:
    """A text as it is written in double quotes, a comment behind it taken off."""
    text = re.sub(r"\s+#(\s.*)?$", "", text.strip())
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
