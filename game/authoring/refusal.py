"""A refusal: one thing in a file that a model would not take, with what was there.

Made in `shape.py`, put into words in `wording.py`; what was probably meant is guessed in `meant.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.sim.limits import Limits


@dataclass(frozen=True)
class Refusal:
    """One thing that a model refused, with what was there.

    `plain` is the text as written without quotes, `behind` what follows it on its line, `item`
    whether it stands in a list, `one_of_many` whether several kinds of value were tried, `limits` what may
    stand there if it is a number, `group` the parameters' group that it is in.
    """

    type: str
    key: str
    value: Any
    plain: str | None = None
    context: Mapping[str, Any] = field(default_factory=dict)
    one_of_many: bool = False
    behind: str = ""
    item: bool = False
    inside: str = "here"
    is_key: bool = False
    limits: Limits | None = None
    group: str = ""

    @property
    def name(self) -> str:
        """What is refused, as the author sees it."""
        key = f"{self.group}.{self.key}" if self.group else self.key
        return f"each item of `{key}`" if self.item else f"`{key}`"

    @property
    def said(self) -> str:
        """What was there, as it is repeated to the author."""
        value = self.value
        if value is None:
            return "nothing"
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, dict):
            return "a block of keys"
        if isinstance(value, list):
            return "a list"
        shown = self.plain if self.plain is not None else str(value)
        return f"`{shown}`" if len(shown) <= 40 and "\n" not in shown else "a longer text"
