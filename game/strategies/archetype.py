"""The archetype: what all characters of the race share, and where they may differ.

All of them have the same parameters, one archetype a file with numbers and turns of its own. They
decide under the same limit as a person: what they aim at is brought nearer by the few moves of
`steering.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.sim.decision import Decision, Request
from game.sim.lever import MAKING, SOCIAL_LEVERS, TALKING, Care, Lever
from game.sim.place import ARTICLE_KINDS
from game.sim.plan import HALF_HOURS_IN_WEEK, Automation
from game.sim.strategy import Strategy
from game.strategies.parameter import check_settings, number, word
from game.strategies.sight import here
from game.strategies.steering import Aim, apportion, may_join, setting_up, steer
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.seen import PlaceView
    from game.sim.view import View

CARES = tuple(care.value for care in Care)
MOST_PARTS = 40
NEVER = 1041  # weeks: longer than any scenario


def parts(default: int, lever: Lever) -> int:
    """Declare the share of the half-hours that goes to *lever*."""
    value: int = number(
        default, "parts of the week", 0, MOST_PARTS, f"share of the half-hours for {lever}"
    )
    return value


def care(default: Care, what: str) -> str:
    """Declare the care given to *what*."""
    value: str = word(default.value, CARES, f"care given to {what}")
    return value


@dataclass(frozen=True)
class Archetype(Strategy):
    """A character: parts of the week by lever, care, settings, and how it takes to new places.

    Locked levers leave their parts to the others. Raises `ValueError` for a parameter out of its
    range.
    """

    listen_parts: int = parts(0, Lever.LISTEN)
    reply_parts: int = parts(0, Lever.REPLY)
    help_parts: int = parts(0, Lever.HELP)
    converse_parts: int = parts(0, Lever.CONVERSE)
    create_parts: int = parts(0, Lever.CREATE)
    promote_parts: int = parts(0, Lever.PROMOTE)
    study_parts: int = parts(0, Lever.STUDY)
    try_parts: int = parts(0, Lever.TRY)  # counts only while there is a place to set up
    meet_parts: int = parts(0, Lever.MEET)
    over_purse: int = number(
        0, "half-hours a week", -30, 40, "spent above (below: negative) the purse"
    )
    rest: int = number(8, "half-hours a week", 0, 20, "kept for rest")
    talk_care: str = care(Care.NORMAL, "replying, helping, conversing, meeting")
    make_care: str = care(Care.NORMAL, "creating and promoting")
    voice: int = number(2, "steps", 0, 4, "voice, from 0 personal to 4 formal")
    claims: int = number(0, "steps", 0, 4, "claims, from 0 plain to 4 bold")
    posts_per_article: int = number(
        4, "posts", 1, 50, "posts elsewhere for each article on a blog or website"
    )
    most_places: int = number(2, "places", 0, 20, "places to be on at one time")
    patience_weeks: int = number(0, "weeks", 0, NEVER, "age of a place from which it may be joined")
    crowd_wanted: int = number(
        0, "per mille", 0, 1000, "members of a rented place from which it may be joined"
    )
    held_back: int = number(
        0, "moves a season", 0, 4, "moves kept for corrections within the season"
    )
    least_change: int = number(2, "half-hours", 1, 20, "what is off by less is left as it is")

    temper: ClassVar[Temper] = Temper()
    on_light: ClassVar[str] = "later"
    goal_measures: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        check_settings(self)

    def decide(self, request: Request) -> Decision:
        """Answer *request* from its view alone."""
        view = request.view
        match request.kind:
            case "plan":
                return Decision(
                    moves=steer(view, self.aim(view), keep=self.held_back, least=self.least_change)
                )
            case "week":
                may = view.moves_left > 0  # else there is nothing to look for
                return self.correct(request) if may and self.corrects(view) else request.default
            case "card":
                return self.temper_now(view).answer(request)
            case "light":
                return _offered(request, self.on_light)
            case "review":
                return _offered(request, self.review(view))
            case "goals":
                return self._goal(request)

    def aim(self, view: View) -> Aim:
        """The plan that this character would like to have now."""
        return Aim(
            half_hours=tuple(sorted(self.hours(view).items())),
            care=self._care(),
            voice=self.voice,
            claims=self.claims_now(view),
            automation=self.automation(view),
            join=self.join(view),
            leave=self.leave(view),
            shares=self.shares(view),
        )

    def hours(self, view: View) -> dict[Lever, int]:
        """Half-hours by lever, rest among them."""
        rest = self.rest_now(view)
        most = HALF_HOURS_IN_WEEK - rest
        spend = max(0, min(most, view.purse + self.extra(view)))
        return apportion(spend, self._open_parts(view)) | {Lever.REST: rest}

    def _open_parts(self, view: View) -> dict[Lever, int]:
        """The parts of the unlocked levers; *try* counts only where there is a place to set up."""
        wanted = self.parts(view)
        if setting_up(view, view.plan) is None and not set(self.join(view)) & set(may_join(view)):
            wanted[Lever.TRY] = 0
        return {lever: part for lever, part in wanted.items() if lever in view.unlocked}

    def parts(self, view: View) -> dict[Lever, int]:
        """Parts of the week by lever, as things stand."""
        return {lever: getattr(self, f"{lever}_parts") for lever in SOCIAL_LEVERS}

    def extra(self, view: View) -> int:
        """Half-hours spent above the purse, as things stand."""
        return self.over_purse

    def rest_now(self, view: View) -> int:
        """Half-hours of rest, as things stand."""
        return self.rest

    def automation(self, view: View) -> Automation | None:
        """What is left to a machine; None leaves it as it is."""
        return Automation.NONE

    def claims_now(self, view: View) -> int:
        """How bold the claims are, as things stand."""
        return self.claims

    def shares(self, view: View) -> tuple[tuple[str, int], ...]:
        """How posts are divided: articles take long, and so get the smaller share."""
        articles = {place.id for place in here(view) if place.kind in ARTICLE_KINDS}
        elsewhere = self.posts_per_article if articles else 1
        return tuple((place.id, 1 if place.id in articles else elsewhere) for place in here(view))

    def join(self, view: View) -> tuple[str, ...]:
        """Places to be joined, the most wanted first: one's own ground, then the fullest."""
        room = self.most_places - len(here(view)) - (setting_up(view, view.plan) is not None)
        wanted = [place for place in view.places if room > 0 and self.may_wish(view, place)]
        return tuple(
            place.id for place in sorted(wanted, key=lambda place: (not place.owned, -place.crowd))
        )

    def may_wish(self, view: View, place: PlaceView) -> bool:
        """Whether *place* is old and full enough to be joined. One's own ground need not be."""
        if place.joined:
            return False
        return place.owned or (
            place.weeks_open >= self.patience_weeks and place.crowd >= self.crowd_wanted
        )

    def leave(self, view: View) -> tuple[str, ...]:
        """Places to be left now."""
        return ()

    def corrects(self, view: View) -> bool:
        """Whether this Monday asks for a correction."""
        return False

    def correct(self, request: Request) -> Decision:
        """The correction: moves within the season, as far as some are left."""
        return Decision(moves=steer(request.view, self.aim(request.view), least=self.least_change))

    def temper_now(self, view: View) -> Temper:
        """The temper in which cards are answered today."""
        return self.temper

    def review(self, view: View) -> str:
        """What to say to the partner at the end of a year: ask (for more hours), keep or fewer."""
        return "keep"

    def _care(self) -> tuple[tuple[Lever, Care], ...]:
        talking = tuple((lever, Care(self.talk_care)) for lever in TALKING)
        return talking + tuple((lever, Care(self.make_care)) for lever in MAKING)

    def _goal(self, request: Request) -> Decision:
        """The goal on the measure dearest to this character, else the default."""
        offered = {one.id for one in request.options}
        goals = [goal for goal in request.view.scenario.goals if goal.id in offered]
        for measure in self.goal_measures:
            for goal in goals:
                if goal.measure == measure:
                    return request.option(goal.id)
        return request.default


def _offered(request: Request, wish: str) -> Decision:
    """The option *wish* where it is on offer, else what counts when nobody answers."""
    offered = {one.id for one in request.options}
    return request.option(wish) if wish in offered else request.default
