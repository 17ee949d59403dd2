"""The market as a scenario declares it: how many people, of which temperaments, who may buy and how often.

The people made from it are in `people.py`, how temperaments drift in `temperament.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from game.sim.declared import Contradiction
from game.sim.part import Many, Part


class Kinds(Part):
    """The three temperaments of Ploof, in per cent of the people; they add up to 100."""

    traditional: int = Field(
        40, ge=0, le=100, description="per cent who come late to any new place"
    )
    get_it: int = Field(45, ge=0, le=100, description="per cent who try what others found useful")
    scissors: int = Field(15, ge=0, le=100, description="per cent who run at everything new")

    def contradictions(self) -> Iterator[Contradiction]:
        """The three are everybody."""
        total = self.traditional + self.get_it + self.scissors
        if total != 100:
            sentence = (
                "kinds.traditional, kinds.get_it and kinds.scissors (per cent of the people, each from 0 to 100) "
                f"add up to {total}; together they must be 100."
            )
            yield Contradiction("traditional", sentence)


class Market(Part):
    """The people of the town."""

    people: int = Field(
        3000,
        ge=50,
        le=1_000_000,
        description="people in the market: fewer make no neighbourhood, more do not fit into memory",
    )
    catchment: float = Field(0.5, gt=0, le=1, description="share of them who may buy here at all")
    kinds: Kinds = Field(Kinds(), description="their three temperaments")
    needs_per_year: float = Field(
        6.0, gt=0, le=52, description="needs of the trade a person has in a year"
    )
    first_names: Many[str] = Field((), description="names that the people may bear")
