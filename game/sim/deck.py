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
    ] = Field("followers", description="the group: those that stand so on that day")  # fmt: skip
    people: int | None = Field(
        None,
        ge=1,
        le=100_000,
        description="how many of the group at most; else 12, for a post 200, for answers all",
    )


class Act(Part):
    """One act of the model. No act writes familiarity, liking, trust, stage or followers."""

    act: Literal[
        "post", "reply", "apologise", "explain", "inform", "deny", "repair", "compensate", "delete", "stay_silent",
        "help", "introduce", "converse", "promise", "break_promise", "delegate", "set", "spend", "offer",
        "leave_place", "join_place",
    ] = Field(description="what is done; the model says what comes of it")  # fmt: skip
    who: Who | None = Field(None, description="on whom; some acts need nobody")
    place: Id | None = Field(
        None,
        description="where, by the id of a place; where one is, by default. For acts among people a note, no more",
    )
    staff: Id | None = Field(
        None, description="by whom, for `delegate`: the id of a member of staff"
    )
    expectations: bool = Field(
        False, description="for `delegate`: true where it is written down what may be said"
    )
    care: Care | None = Field(
        None, strict=False, description="minutes for each person: brief, normal or thorough"
    )
    bold: int | None = Field(
        None, ge=0, le=4, description="how bold the claim is, for post and offer"
    )
    voice: int | None = Field(
        None, ge=0, le=4, description="for `post` and `set`: 0 personal to 4 formal"
    )
    claims: int | None = Field(
        None, ge=0, le=4, description="for `set`: how bold the plan's claims are, 0 plain to 4 bold"
    )
    automation: Automation | None = Field(
        None, strict=False, description="for `set`: what is left to a machine"
    )
    source: Lever | None = Field(
        None, strict=False, description="for `set`: the lever that half-hours are taken from"
    )
    target: Lever | None = Field(
        None, strict=False, description="for `set`: the lever that they are given to"
    )
    half_hours: int | None = Field(
        None, ge=1, le=40, description="for `set`: half-hours a week that move"
    )


class Happening(Part):
    """A fact of a card, chosen by nobody."""

    happens: Literal[
        "questions", "complaints", "thanks", "need", "talk", "rule_change", "staff_away", "ill"
    ] = Field(description="what happens on the day the card comes, whatever is chosen")
    who: Who = Field(Who(), description="to whom, or from whom")
    place: Id | None = Field(None, description="for `rule_change`: the id of the place")
    weeks: int = Field(
        1, ge=1, le=52, description="for `need`, `staff_away` and `ill`: how long it goes on"
    )
    reach: float = Field(
        1.0,
        gt=0,
        le=10,
        description="for `rule_change`: factor on the chance that a follower sees a post",
    )


class Later(Part):
    """What may come of a choice: another card, some weeks after."""

    card: Id = Field(description="id of the card that may come")
    after_weeks: int = Field(ge=1, le=156, description="weeks until it comes")
    chance: float = Field(1.0, gt=0, le=1, description="chance that it comes at all")


Look = Literal["kind", "slow", "honest", "quick", "bold", "selfish", "clever"]


class Choice(Part):
    """One option of a card."""

    id: Id = Field(description="its name in conditions and records; another within the card")
    label: str = Field(max_length=48, description="what one would do, as it stands on the button")
    hours: float = Field(
        0.0, ge=0, le=20, multiple_of=0.5, description="hours of the owner that it takes"
    )
    seen_by: Literal["everyone", "followers", "those who asked", "one person", "nobody"] = Field(
        "nobody",
        description="who will see it, as the button tells; for what posts or offers, it tells followers at least",
    )
    acts: Many[Act] = Field((), description="what is done, in the words of the model")
    later: Later | None = Field(None, description="another card that may come of it")
    looks: Many[Look] = Field(
        (),
        max_length=3,
        description="what it looks like at first glance; read by `longrace balance`, shown to nobody",
    )
    default: bool = Field(False, description="true for what happens when nobody answers")

    @property
    def shown_to(self) -> str:
        """Who will see it, as the button tells: what is posted, followers see, even if `seen_by` says fewer."""
        is_posted = any(act.act in ("post", "offer") for act in self.acts)
        return (
            "followers" if is_posted and self.seen_by in ("nobody", "one person") else self.seen_by
        )


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

    id: Id = Field(description="its name in conditions and in `later`; another for each card")
    kind: Literal["setback", "temptation", "opportunity", "request", "coach"] = Field(
        description="what it is to the player, as its colour and sign tell"
    )
    about: SetbackKind | None = Field(
        None, description="the setback that this card asks about; another card needs none"
    )
    after_light: Light | None = Field(
        None, strict=False, description="comes in the weeks after this light is lit"
    )
    title: str = Field(max_length=44, description="its headline")
    text: str = Field(max_length=280, description="what has happened; {person} is filled in")
    from_: Who | None = Field(
        None, alias="from", description="group of whom one person brings it, by name: {person}"
    )
    when: Many[str] = Field((), description="conditions; all lines must hold")
    chance: float = Field(
        0.02,
        ge=0,
        le=1,
        description="chance a day while the conditions hold; with `about` it comes with its setback",
    )
    times: int = Field(1, ge=1, le=50, description="how often it may come in one run")
    only_later: bool = Field(False, description="true for a card that comes only through `later`")
    happenings: Many[Happening] = Field(
        (), description="facts that come with it, whatever is chosen"
    )
    choices: Many[Choice] = Field(
        (), description="one to four; without a `default` the last counts when nobody answers"
    )
    replaces: Id | None = Field(
        None, description="id of the entry of a pack that this one stands in for"
    )

    @property
    def default_choice(self) -> Choice:
        """The choice that counts when nobody answers: the one marked, else the last."""
        return next((choice for choice in self.choices if choice.default), self.choices[-1])
