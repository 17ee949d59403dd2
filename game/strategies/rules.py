"""A strategy by rules: a plan to aim at, and what changes in it while a condition holds.

What may stand in it is declared in `sheet.py`, what its conditions may name is in `telling.py`. The moves towards the
aim are found by `steering.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game.sim.condition import Condition, compile_condition
from game.sim.decision import Decision, Request
from game.sim.lever import Lever
from game.sim.strategy import Strategy
from game.strategies.sheet import EMPTIEST, REST, WANTED, Sheet, Step
from game.strategies.sight import here
from game.strategies.steering import Aim, may_join, setting_up, steer
from game.strategies.telling import Seen, vocabulary_of_rules
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.seen import PlaceView
    from game.sim.view import View

LEAST_CHANGE = 2  # half-hours; what is off by less is left as it is


@dataclass(frozen=True)
class ByRules(Strategy):
    """Decides by a sheet of rules: aims at its plan, changed by the rules that hold, by the moves there are.

    *text* is the sheet as it was written; it is all of the strategy, and goes into the files of runs.
    """

    name: str  # type: ignore[misc]  # each sheet is a character of its own
    text: str = field(repr=False)
    sheet: Sheet = field(repr=False, compare=False)
    conditions: tuple[Condition, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        terms = vocabulary_of_rules()
        compiled = tuple(compile_condition(rule.when, terms) for rule in self.sheet.rules)
        object.__setattr__(self, "conditions", compiled)

    def decide(self, request: Request) -> Decision:
        """Answer *request* from its view alone."""
        view, sheet = request.view, self.sheet
        match request.kind:
            case "plan":
                keep = int(bool(sheet.rules))
                return Decision(moves=steer(view, self.aim(view), keep=keep, least=LEAST_CHANGE))
            case "week":
                return self._correct(request)
            case "card":
                answers = sheet.cards
                temper = Temper(answers.likes, answers.shuns, answers.hours_at_most, answers.fits)
                return temper.answer(request)
            case "light":
                return _offered(request, sheet.lights)
            case "review":
                return _offered(request, sheet.review)
            case "goals":
                return self._goal(request)

    def _correct(self, request: Request) -> Decision:
        """On a Monday within the season: moves only where a rule holds."""
        view = request.view
        steps = self.steps(view)
        if not steps:
            return request.default
        return Decision(moves=steer(view, self.aim(view), least=LEAST_CHANGE))

    def steps(self, view: View) -> list[Step]:
        """The steps of all rules that hold now. A rule that names what is covered, or is not there, is idle."""
        seen = Seen(view)
        return [
            step
            for rule, condition in zip(self.sheet.rules, self.conditions, strict=True)
            if seen.can_tell(condition) and condition.holds(seen)
            for step in rule.do
        ]

    def aim(self, view: View) -> Aim:
        """The plan, changed by the rules that hold."""
        week = self.sheet.plan
        aim = Aim(
            half_hours=tuple(sorted(({Lever.REST: REST} | week.half_hours).items())),
            care=tuple(week.care.items()),
            voice=week.voice,
            claims=week.claims,
            automation=week.automation,
            join=self._wished(view, week.join),
        )
        for step in self.steps(view):
            aim = self._changed(view, aim, step)
        if setting_up(view, view.plan) is None and not set(aim.join) & set(may_join(view)):
            aim = replace(
                aim, half_hours=tuple(one for one in aim.half_hours if one[0] is not Lever.TRY)
            )
        return aim

    def _changed(self, view: View, aim: Aim, step: Step) -> Aim:
        if step.from_ is not None and step.to is not None:
            return replace(
                aim, half_hours=_shifted(aim.half_hours, step.from_, step.to, step.half_hours)
            )
        if step.care:
            return replace(aim, care=tuple((dict(aim.care) | step.care).items()))
        if step.join is not None:
            return replace(aim, join=(*self._wished(view, (step.join,)), *aim.join))
        if step.leave is not None:
            return replace(aim, leave=(*aim.leave, *_left(view, step.leave)))
        return replace(
            aim,
            voice=aim.voice if step.voice is None else step.voice,
            claims=aim.claims if step.claims is None else step.claims,
            automation=aim.automation if step.automation is None else step.automation,
        )

    def _wished(self, view: View, wished: tuple[str, ...]) -> tuple[str, ...]:
        """The places that these words name, as far as there is room for another."""
        if (
            len(here(view)) + (setting_up(view, view.plan) is not None)
            >= self.sheet.plan.most_places
        ):
            return ()
        there = [place for place in view.places if place.is_open and not place.joined]
        return tuple(dict.fromkeys(id for word in wished for id in _named(there, word)))

    def _goal(self, request: Request) -> Decision:
        offered = {one.id for one in request.options}
        goals = [goal for goal in request.view.scenario.goals if goal.id in offered]
        for measure in self.sheet.goals:
            for goal in goals:
                if goal.measure == measure:
                    return request.option(goal.id)
        return request.default


def _named(places: list[PlaceView], word: str) -> list[str]:
    """The ids of the places that a word of `join` means."""
    if word not in WANTED:
        return [place.id for place in places if place.id == word]
    if word == "own":
        return [place.id for place in places if place.owned]
    rented = [place for place in places if not place.owned]
    if word == "new":
        return [
            one.id for one in sorted(rented, key=lambda place: (place.weeks_open, place.id))[:1]
        ]
    return [one.id for one in sorted(rented, key=lambda place: (-place.crowd, place.id))[:1]]


def _left(view: View, word: str) -> tuple[str, ...]:
    """The ids of the places that a word of `leave` means; the last place is never left."""
    on = here(view)
    if len(on) < 2:
        return ()
    if word != EMPTIEST:
        return tuple(place.id for place in on if place.id == word)
    rented = [place for place in on if not place.owned]
    return tuple(
        one.id for one in sorted(rented, key=lambda place: (place.followers, place.id))[:1]
    )


def _shifted(
    half_hours: tuple[tuple[Lever, int], ...], source: Lever, target: Lever, count: int
) -> tuple[tuple[Lever, int], ...]:
    """Half-hours with *count* of them moved, as far as *source* has them; the shop floor has what it needs."""
    hours = dict(half_hours)
    there = count if source is Lever.SHOP else min(count, hours.get(source, 0))
    hours[source] = hours.get(source, 0) - there
    hours[target] = hours.get(target, 0) + there
    hours.pop(Lever.SHOP, None)  # it gets what is left of the week
    return tuple(sorted(hours.items()))


def _offered(request: Request, wish: str) -> Decision:
    return request.option(wish) if wish in {one.id for one in request.options} else request.default
