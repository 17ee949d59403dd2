"""A mistake: an edit that breaks the small scenario, and the code it must be told under.

All of them stand in `mistakes.py`, those in files beside a scenario in `mistakes_beside.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

SMALL = Path(__file__).with_name("small.yaml").read_text(encoding="utf-8")
YEAR = "year: 2012"


@dataclass(frozen=True)
class Mistake:
    """`old` in the small scenario becomes `new`; with no `old`, `new` is the whole file.

    `beside` holds further files of its folder, by their names.
    """

    code: str
    name: str
    old: str
    new: str
    beside: Mapping[str, str] = field(default_factory=dict)
    file: str = "tea.yaml"

    @property
    def id(self) -> str:
        """Code and name, which head the mistake's message."""
        return f"{self.code} {self.name}"

    def data(self) -> bytes:
        """The bytes of the broken file."""
        text = SMALL.replace(self.old, self.new, 1) if self.old else self.new
        assert text != SMALL, f"{self.id} changes nothing"
        return text.encode("utf-8", errors="surrogateescape")
