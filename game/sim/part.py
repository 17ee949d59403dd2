"""What every part of a scenario shares: its base, how lists and ids are declared, and which keys are no rules.

The parts are in `scenario.py` and in the files that it names; entries that scenarios share are in `pack.py`.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import Field

from game.sim.declared import Declared

T = TypeVar("T")
Many = Annotated[tuple[T, ...], Field(strict=False)]
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$"
"""What the code of a language looks like: de, pt-BR."""
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=40)]
WORDS = (
    "title",
    "text",
    "last",
    "label",
    "summary",
    "name",
    "notes",
    "lesson",
    "question",
    "says",
    "first_names",
)
ASIDE = (
    "difficulty", "sources", "agendas", "reasons", "uses", "replaces", "looks", "tests", "counter",
    "endings", "begins",
)  # fmt: skip
"""Keys that tell about a scenario, for authors, facilitators and reports, or how it is drawn."""
NO_RULES = frozenset({*WORDS, *ASIDE})
"""Keys whose values change nothing that happens; they are left out of the hash of the rules."""


class Part(Declared):
    """Base of every part of a scenario: frozen, strict, nothing unknown."""

    def __init_subclass__(cls, **settings: Any) -> None:
        """A part is called by the small letters of its class, where it stands alone."""
        super().__init_subclass__(**settings)
        cls.PREFIX = cls.__dict__.get("PREFIX", cls.__name__.lower())


def without_words(value: Any) -> Any:
    """A scenario as plain data, without what is no rule."""
    if isinstance(value, dict):
        return {key: without_words(item) for key, item in value.items() if key not in NO_RULES}
    if isinstance(value, list):
        return [without_words(item) for item in value]
    return value
