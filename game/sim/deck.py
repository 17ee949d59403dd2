"""Cards as a scenario declares them: who brings one, what it offers, and the acts that a choice is made of.

Which card comes up and what follows is in `card.py`; how the acts are done, in `act.py`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.sim.lever import Care, Lever
from game.sim.light import Light
from game.sim.part import Id, Many, Part
from game.sim.plan import Automation


class Who(Part):
    """Which people an act or happening reaches: a group and how many of it, at most."""

    group: Literal[
        "everybody", "followers", "strangers", "knows", "friends", "customers", "advocates", "waiting",
        "saw_it", "this_person", "lapsed",
    ] = "followers"  # fmt: skip
    people: int | None = Field(None, ge=1, le=100_000)


class Act(Part):
    """One act of the model. No act writes familiarity, liking, trust, stage or followers."""

    act: Literal[
        "post", "reply", "apologise", "explain", "inform", "deny", "repair", "compensate", "delete", "stay_silent",
        "help", "introduce", "converse", "promise", "break_promise", "delegate", "set", "spend", "offer",
        "leave_place", "join_place",
    ]  # fmt: skip
    who: Who | None = None
    place: Id | None = None
    staff: Id | None = None
    expectations: bool = False
    care: Care | None = Field(None, strict=False)
    bold: int | None = Field(
        None, ge=0, le=4, description="how bold the claim is, for post and offer"
    )
    voice: int | None = Field(None, ge=0, le=4)
    claims: int | None = Field(None, ge=0, le=4)
    automation: Automation | None = Field(None, strict=False)
    source: Lever | None = Field(None, strict=False)
    target: Lever | None = Field(None, strict=False)
    half_hours: int | None = Field(None, ge=1, le=40)


class Happening(Part):
    """A fact of a card, chosen by nobody."""

    happens: Literal[
        "questions", "complaints", "thanks", "need", "talk", "rule_change", "staff_away", "ill"
    ]
    who: Who = Who()
    place: Id | None = None
    weeks: int = Field(1, ge=1, le=52)
    reach: float = Field(1.0, gt=0, le=10)


class Later(Part):
    """What may come of a choice: another card, some weeks after."""

    card: Id
    after_weeks: int = Field(ge=1, le=156)
    chance: float = Field(1.0, gt=0, le=1)


Look = Literal["kind", "slow", "honest", "quick", "bold", "selfish", "clever"]


class Choice(Part):
    """One option of a card."""

    id: Id
    label: str = Field(max_length=48)
    hours: float = Field(0.0, ge=0, le=20, multiple_of=0.5)
    seen_by: Literal["everyone", "followers", "those who asked", "one person", "nobody"] = "nobody"
    acts: Many[Act] = ()
    later: Later | None = None
    looks: Many[Look] = Field(
        (),
        max_length=3,
        description="what it looks like at first glance; read by `longrace balance`, shown to nobody",
    )
    default: bool = Field(False, description="true for what happens when nobody answers")


SetbackKind = Literal[
    "sour_review",
    "slip",
    "claim_found_out",
    "machine_talk",
    "delegate_slip",
    "silence",
    "rumour",
    "broken_promise",
]


class Card(Part):
    """An interruption: setback, temptation, opportunity, request, or the coach."""

    id: Id
    kind: Literal["setback", "temptation", "opportunity", "request", "coach"]
    about: SetbackKind | None = Field(None, description="the setback that this card asks about")
    after_light: Light | None = Field(
        None, strict=False, description="comes in the weeks after this light is lit"
    )
    title: str = Field(max_length=44)
    text: str = Field(max_length=280)
    from_: Who | None = Field(
        None, alias="from", description="group of whom one person brings it, by name: {person}"
    )
    when: Many[str] = Field((), description="conditions; all lines must hold")
    chance: float = Field(0.02, ge=0, le=1, description="chance a day while the conditions hold")
    times: int = Field(1, ge=1, le=50, description="how often it may come in one run")
    only_later: bool = Field(False, description="true for a card that comes only through `later`")
    happenings: Many[Happening] = ()
    choices: Many[Choice] = ()
    replaces: Id | None = Field(
        None, description="id of the entry of a pack that this one stands in for"
    )

    @property
    def default_choice(self) -> Choice:
        """The choice that counts when nobody answers: the one marked, else the last."""
        return next((choice for choice in self.choices if choice.default), self.choices[-1])
