"""A sheet of rules: how somebody plays, written down as a plan and rules "when ... do ...". Pydantic models.

What decides by a sheet is in `rules.py`; files of sheets are read by `game/authoring`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from game.sim.declared import Contradiction
from game.sim.lever import Care, Lever
from game.sim.part import Id, Many, Part
from game.sim.plan import HALF_HOURS_IN_WEEK, Automation

REST = 8  # half-hours, where a plan does not say
STEPS = ("from", "care", "voice", "claims", "automation", "join", "leave")
"""The keys of which each step of `do` has one."""

Liked = Literal[
    "post", "reply", "apologise", "explain", "inform", "deny", "repair", "compensate", "delete", "stay_silent",
    "help", "introduce", "converse", "promise", "break_promise", "delegate", "set", "spend", "offer",
    "leave_place", "join_place", "bold", "automate", "automate_direct", "delegate_untold", "brief", "quiet",
]  # fmt: skip
Wanted = Literal["own", "crowded", "new"]
WANTED: tuple[Wanted, ...] = ("own", "crowded", "new")
EMPTIEST = "emptiest"


class Step(Part):
    """One change of the plan while a rule holds: half-hours from one lever to another, or one setting."""

    PREFIX: ClassVar[str] = "do"

    from_: Lever | None = Field(None, alias="from", strict=False, description="lever that gives")
    to: Lever | None = Field(None, strict=False, description="lever that gets")
    half_hours: int = Field(2, ge=1, le=40, description="half-hours a week, with `from` and `to`")
    care: dict[Lever, Care] = Field(
        default_factory=dict, strict=False, description="brief, normal or thorough, by lever"
    )
    voice: int | None = Field(None, ge=0, le=4, description="0 personal to 4 formal")
    claims: int | None = Field(None, ge=0, le=4, description="0 plain to 4 bold")
    automation: Automation | None = Field(
        None, strict=False, description="what a machine does of it"
    )
    join: str | None = Field(None, description="a place by its id, or own, crowded or new")
    leave: str | None = Field(None, description="a place by its id, or emptiest")

    def contradictions(self) -> Iterator[Contradiction]:
        """One change a step."""
        given = self.kinds
        if len(given) != 1:
            has = f"has {' and '.join(given)}" if given else "changes nothing"
            sentence = f"A step {has}; it needs one of {', '.join(STEPS)}."
            yield Contradiction(given[-1] if given else "half_hours", sentence)
        elif given == ["from"] and (self.from_ is None or self.to is None or self.from_ is self.to):
            sentence = "A step with half-hours needs `from` one lever `to` another."
            yield Contradiction("to" if self.to else "from", sentence)

    @property
    def kinds(self) -> list[str]:
        """The changes that are asked for, by their keys."""
        given = {
            "from": self.from_ is not None or self.to is not None,
            "care": bool(self.care),
            "voice": self.voice is not None,
            "claims": self.claims is not None,
            "automation": self.automation is not None,
            "join": self.join is not None,
            "leave": self.leave is not None,
        }
        return [key for key in STEPS if given[key]]


class Rule(Part):
    """While all lines of `when` hold, the plan is as the steps of `do` change it."""

    when: Many[str] = Field(min_length=1, description="conditions; all lines must hold")
    do: Many[Step] = Field(min_length=1, max_length=6, description="what changes, in this order")


class Week(Part):
    """The week that is aimed at while no rule holds."""

    PREFIX: ClassVar[str] = "plan"

    half_hours: dict[Lever, int] = Field(
        strict=False,
        description="half-hours a week by lever; the shop floor gets what is left of a hundred",
    )
    care: dict[Lever, Care] = Field(
        default_factory=dict, strict=False, description="brief, normal or thorough, by lever"
    )
    voice: int | None = Field(None, ge=0, le=4, description="0 personal to 4 formal")
    claims: int | None = Field(None, ge=0, le=4, description="0 plain to 4 bold")
    automation: Automation | None = Field(
        None, strict=False, description="what a machine does of it"
    )
    join: Many[str] = Field(
        (),
        max_length=20,
        description="places to be on, by id, or own, crowded, new: most wanted first",
    )
    most_places: int = Field(2, ge=1, le=20, description="places to be on at one time")

    def contradictions(self) -> Iterator[Contradiction]:
        """A week has so many half-hours, and the shop floor has what is left."""
        hours = {
            lever: count for lever, count in self.half_hours.items() if lever is not Lever.SHOP
        }
        total = sum(hours.values()) + (0 if Lever.REST in hours else REST)
        if Lever.SHOP in self.half_hours:
            sentence = (
                f"`shop` is not given half-hours: it gets what is left of {HALF_HOURS_IN_WEEK}."
            )
            yield Contradiction("half_hours", sentence)
        elif total > HALF_HOURS_IN_WEEK or min(hours.values(), default=0) < 0:
            sentence = (
                f"The half-hours come to {total} with rest; each is 0 or more, "
                f"and together they are at most {HALF_HOURS_IN_WEEK}."
            )
            yield Contradiction("half_hours", sentence)


class Answers(Part):
    """How cards are answered: by the acts that an option is made of, most liked first."""

    PREFIX: ClassVar[str] = "cards"

    likes: Many[Liked] = Field((), description="acts that are liked, the most liked first")
    shuns: Many[Liked] = Field((), description="acts that are never chosen if there is another way")
    hours_at_most: float = Field(20.0, ge=0, le=40, description="hours that an answer may cost")
    fits: bool = Field(
        False, description="true to meet a setback by what it calls for, before any likes"
    )


class Sheet(Part):
    """A strategy, written down."""

    PREFIX: ClassVar[str] = ""

    format: Literal["long-race-strategy/1"] = Field(description="the format and its number")
    id: Id = Field(description="what it is called by; the name of the file too")
    name: str = Field(max_length=40, description="what people call it")
    summary: str = Field(max_length=200, description="whose way of playing this is")
    plan: Week = Field(description="the week that is aimed at while no rule holds")
    rules: Many[Rule] = Field((), max_length=20, description="what changes, and when")
    cards: Answers = Field(Answers(), description="how cards are answered")
    lights: Literal["act", "later"] = Field("later", description="what to say when a light dawns")
    review: Literal["ask", "keep", "fewer"] = Field(
        "keep", description="what to say to the partner at a year's turn"
    )
    goals: Many[str] = Field((), description="measures of which a goal is liked, most liked first")
