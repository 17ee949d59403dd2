"""What a runner answered in a run, in words: plans, corrections, cards, lights, goals; in the order of the days.

While a game is played its open question is a card (`cards.py`); two runs' answers are compared in `comparison.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.cards import ICONS, filled
from game.play.presenters.levers import moves_words
from game.play.presenters.wording import season_name
from game.sim.clock import DAYS_PER_WEEK, WEEKS_PER_SEASON, WEEKS_PER_YEAR
from game.sim.decision import Decision
from game.sim.plan import Move
from game.sim.run import Run
from game.sim.scenario import Scenario


@dataclass(frozen=True)
class Answer:
    """One question and what was said to it. *about* is the same for the same question in another run."""

    about: str
    week: int
    icon: str
    title: str
    said: str

    @property
    def is_authored(self) -> bool:
        """Whether title and answer are a scenario's words."""
        return self.about.startswith(("card/", "goals/"))


def answers(run: Run, seat: str, words: Words) -> tuple[Answer, ...]:
    """Everything that *seat* was asked and has answered, also where the answer was to leave things as they are."""
    return tuple(_answers(run, seat, words))


def _answers(run: Run, seat: str, words: Words) -> Iterator[Answer]:
    decided = {entry.request: entry.decision for entry in run.entries}
    for request, day in list(run.asked.items())[: run.answered]:
        runner, kind, name, _ = request.split("/")
        decision = decided.get(request)
        if runner != seat or (kind == "week" and not (decision and decision.moves)):
            continue
        icon, title, said = _told(kind, name, day, decision, run.scenario, words)
        yield Answer(f"{kind}/{name}", day // DAYS_PER_WEEK, icon, title, said)


def _told(
    kind: str, name: str, day: int, decision: Decision | None, scenario: Scenario, words: Words
) -> tuple[str, str, str]:
    """The icon, what it was about, and what was said to it."""
    week = day // DAYS_PER_WEEK
    option = decision.option if decision else None
    year = week // WEEKS_PER_YEAR + 1
    match kind:
        case "plan":
            title = words(
                "answers.plan",
                season=season_name(week // WEEKS_PER_SEASON, scenario, words),
                year=year,
            )
            return "calendar", title, _moves(decision.moves if decision else (), scenario, words)
        case "week":
            moves = decision.moves if decision else ()
            return "pencil-line", words("answers.correction"), _moves(moves, scenario, words)
        case "card":
            return _card(name, option, scenario, words)
        case "light":
            said = words(f"light.{option or 'later'}")
            return ICONS["light"], words(f"light.{name}.title"), said
        case "goals":
            goal = next((one.label for one in scenario.goals if one.id == option), "")
            return ICONS["goals"], words("answers.goals", year=year), goal or words("goals.none")
        case _:
            title = words("answers.review", year=year - 1)
            return ICONS["review"], title, words(f"review.{option or 'keep'}")


def _moves(moves: tuple[Move, ...], scenario: Scenario, words: Words) -> str:
    return moves_words(moves, scenario, words) or words("answers.nothing")


def _card(name: str, option: str | None, scenario: Scenario, words: Words) -> tuple[str, str, str]:
    card = next(one for one in scenario.cards if one.id == name)
    choice = next((one for one in card.choices if one.id == option), card.default_choice)
    somebody = words("answers.somebody")
    return ICONS[card.kind], filled(card.title, somebody), filled(choice.label, somebody)
