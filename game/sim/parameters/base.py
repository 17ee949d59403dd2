"""How one number of the mechanisms is declared: default, unit, range, help, and a source or "assumed"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from game.sim.declared import Contradiction, Declared


def number(
    default: float, unit: str, low: float, high: float, help: str, source: str = "assumed"
) -> Any:
    """Declare one parameter."""
    return Field(
        default,
        ge=low,
        le=high,
        description=help,
        json_schema_extra={"unit": unit, "source": source},
    )


class AtMost(NamedTuple):
    """A rule between two numbers of a group: *less* is at most *more* (below it where *strictly*), and why."""

    less: str
    more: str
    because: str
    strictly: bool = False

    def is_broken(self, less: float, more: float) -> bool:
        """Whether these two values contradict each other."""
        return less > more or (self.strictly and less == more)


class Group(Declared):
    """Base of a group of parameters. *RULES* say which of its numbers can contradict each other."""

    RULES: ClassVar[tuple[AtMost, ...]] = ()

    def __init_subclass__(cls, **settings: Any) -> None:
        """A group is called by the small letters of its class."""
        super().__init_subclass__(**settings)
        cls.PREFIX = cls.__name__.lower()

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        for found in self.contradictions():
            raise PydanticCustomError("contradiction", "{sentence}", found._asdict())
        return self

    def contradictions(self) -> Iterator[Contradiction]:
        """The rules that are broken."""
        for rule in self.RULES:
            less, more = getattr(self, rule.less), getattr(self, rule.more)
            if rule.is_broken(less, more):
                yield Contradiction(rule.less, self._sentence(rule, less, more))

    def _sentence(self, rule: AtMost, less: float, more: float) -> str:
        extra = type(self).model_fields[rule.less].json_schema_extra
        unit = extra.get("unit", "") if isinstance(extra, dict) else ""
        asked = "below" if rule.strictly else "at most"
        return (
            f"{self.PREFIX}.{rule.less} is {less:g} and {self.PREFIX}.{rule.more} {more:g} ({unit}); "
            f"the first must be {asked} the second: {rule.because}."
        )
