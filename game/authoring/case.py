"""A scenario as the checks see it: blocks that may be half right, and a way to report on them.

Checks look at the data and not at the models, so that they can speak although a model refused
something elsewhere: all problems in one run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from game.authoring.problems import Severity
from game.authoring.source import Path, Source, Span
from game.sim.clock import WEEKS_PER_SEASON
from game.sim.scenario import Scenario


@dataclass(frozen=True)
class Block:
    """A block of keys at a path. What is missing or of the wrong kind reads as None or empty."""

    source: Source
    path: Path

    @cached_property
    def _here(self) -> dict[str, Any]:
        """The block itself; checks ask it often."""
        value = self.source.at(self.path)
        return value if isinstance(value, dict) else {}

    def value(self, key: str) -> Any:
        """Whatever stands at a key."""
        return self._here.get(key)

    def text(self, key: str) -> str | None:
        """The text at a key."""
        value = self._here.get(key)
        return value if isinstance(value, str) else None

    def whole(self, key: str) -> int | None:
        """The whole number at a key."""
        value = self.value(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @cached_property
    def _inside(self) -> dict[str, list[Block]]:
        """The blocks at each key; made once, for all checks ask for them."""
        return {key: list(self._found(key, value)) for key, value in self._here.items()}

    def _found(self, key: str, value: Any) -> Iterator[Block]:
        if isinstance(value, dict):
            yield self._inner((*self.path, key), value)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, dict):
                    yield self._inner((*self.path, key, number), item)

    def block(self, key: str) -> Block | None:
        """The block at a key."""
        return self._inside[key][0] if isinstance(self.value(key), dict) else None

    def _inner(self, path: Path, here: dict[str, Any]) -> Block:
        block = Block(self.source, path)
        block.__dict__["_here"] = here  # what would be looked up again from the top of the file
        return block

    def deep(self, *keys: str) -> list[Block]:
        """The block that lies under these keys, one inside the other; empty where there is none."""
        inner = Block(self.source, (*self.path, *keys))
        return [inner] if isinstance(self.source.at(inner.path), dict) else []

    def blocks(self, key: str) -> list[Block]:
        """The blocks in the list at a key."""
        return self._inside[key] if isinstance(self._here.get(key), list) else []

    def texts(self, key: str) -> list[tuple[Path, str]]:
        """The texts of the list at a key, or the one text there, each with its path."""
        value = self._here.get(key)
        if value is None:
            return []
        if isinstance(value, str):
            return [((*self.path, key), value)]
        items = value if isinstance(value, list) else []
        return [((*self.path, key, n), one) for n, one in enumerate(items) if isinstance(one, str)]

    @property
    def keys(self) -> list[str]:
        """The keys of the block."""
        return list(self._here)

    def has(self, key: str) -> bool:
        """Whether anything is written at a key."""
        return key in self._here

    def within(self) -> Iterator[Block]:
        """This block and every block inside it."""
        yield self
        for blocks in self._inside.values():
            for block in blocks:
                yield from block.within()

    @property
    def name(self) -> str:
        """What an author would call it: card `sour_review`."""
        return self.source.name(self.path) if self.path else "the scenario"

    @property
    def title(self) -> str:
        """Its name, as it begins a sentence."""
        return self.name[:1].upper() + self.name[1:]

    def place(self, key: str) -> Span:
        """Where the value at a key stands."""
        return self.source.place((*self.path, key))

    def report(
        self,
        key: str,
        code: str,
        message: str,
        remedy: str,
        *,
        severity: Severity = "error",
        related: tuple[tuple[Span, str], ...] = (),
    ) -> None:
        """Report a problem with the value at a key."""
        about = (*self.path, key)
        self.source.report(
            self.place(key), code, message, remedy, severity=severity, related=related, about=about
        )


@dataclass(frozen=True)
class Case(Block):
    """The whole scenario, and the names of the strategies there are."""

    strategies: frozenset[str] = frozenset()

    @property
    def seasons(self) -> int | None:
        """Seasons of the scenario; None where what is written is no number of seasons."""
        if not self.has("seasons"):
            return int(Scenario.model_fields["seasons"].default)
        seasons = self.whole("seasons")
        return seasons if seasons is not None and seasons > 0 else None

    @property
    def weeks(self) -> int | None:
        """Weeks of the scenario, as its seasons."""
        return None if self.seasons is None else WEEKS_PER_SEASON * self.seasons

    def ids(self, key: str) -> list[str]:
        """The ids of the blocks in a list."""
        return [given for block in self.blocks(key) if (given := block.text("id")) is not None]

    def choices(self) -> list[Block]:
        """Every choice of every card."""
        return [choice for card in self.blocks("cards") for choice in card.blocks("choices")]
