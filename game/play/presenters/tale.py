"""The tale at the end: sentences chosen by what happened, a headline, and one question to take along.

What happened is gathered next door in `chronicle.py`; the race in `standings.py`. All words are in the language file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.chronicle import Chronicle, Closed, Person, Trouble
from game.play.presenters.standings import Crossing, Standings, side_by_side
from game.play.presenters.wording import season_name
from game.sim.clock import SEASONS_PER_YEAR, WEEKS_PER_YEAR
from game.sim.gait import Gait
from game.sim.scenario import Scenario

MANY_WAITED = 12
SLOW_ANSWER_DAYS = 4
FAST_TEMPO = 25
SURE_AND_WRONG = 2


@dataclass(frozen=True)
class TaleLine:
    """One sentence of the tale, with an icon, and a face where somebody did it; *is_quoted*: with words of others."""

    icon: str
    text: str
    person: Person | None = None
    is_quoted: bool = False


def headline(race: Standings, words: Words) -> str:
    """The race in one sentence."""
    settled = decisive(race)
    if settled is None:
        return words("ending.head.alone")
    rival = settled.rival
    if side_by_side(race.player, rival):
        years = words.number(round(race.weeks / WEEKS_PER_YEAR, 1))
        return words("ending.head.close", rival=rival.name, years=years)
    won = race.player.result > rival.result
    return words(f"ending.head.{_head(won, settled)}", rival=rival.name, week=settled.week - 1)


def decisive(race: Standings) -> Crossing | None:
    """The crossing that the headline tells: with the winner, or with the last rival whom the winning player passed."""
    best = race.best_rival
    if best is None:
        return None
    if race.player.result <= best.result or side_by_side(race.player, best):
        return race.crossing_with(best)
    return max(
        race.crossings,
        key=lambda one: (one.player_ahead, one.is_turn, one.week, -one.rival.number),
    )


def _head(won: bool, settled: Crossing) -> str:
    """Which sentence: the yardstick may count a quiet year after the end, and that year may turn the order round."""
    if won != settled.player_ahead:
        return "quiet_won" if won else "quiet_lost"
    if settled.is_turn:
        return "came_back" if won else "overtaken"
    if settled.week > 1:
        return "led_most" if won else "behind_most"
    return "led_all" if won else "behind_all"


def counted(race: Standings, words: Words) -> str:
    """By what the race is won; and where a quiet year counts that no chart shows, what each came to with it."""
    said = words(f"ending.counted_{race.yardstick}")
    if race.yardstick != "sales":
        return said
    results = ", ".join(
        f"{words('ending.you') if one.is_player else one.name}\u00a0{words.number(one.result)}"
        for one in race.order
    )
    return f"{said} {words('ending.counted_so', results=results)}"


def crossing_words(race: Standings, words: Words) -> tuple[str, ...]:
    """When the order between the player and each rival was settled."""
    return tuple(_crossing(one, words) for one in race.crossings)


def _crossing(one: Crossing, words: Words) -> str:
    if one.week > 1:
        which = "passed" if one.player_ahead else "was_passed"
    else:
        which = "never_behind" if one.player_ahead else "never_ahead"
    return words(f"ending.crossing.{which}", rival=one.rival.name, week=one.week)


def tale(told: Chronicle, scenario: Scenario, words: Words) -> tuple[TaleLine, ...]:
    """The sentences, in the order in which they are read."""
    return (
        *_customers(told, words),
        *_trouble(told, words),
        *_places(told, words),
        *_strain(told, scenario, words),
        *_lights(told, words),
        *_goals(told, words),
    )


def _customers(told: Chronicle, words: Words) -> Iterator[TaleLine]:
    first, advocate = told.first_customer, told.first_advocate
    if first is None:
        yield TaleLine("shopping-bag", words("ending.line.no_customer"))
    else:
        text = words("ending.line.first_customer", name=first.name, week=first.week)
        yield TaleLine("shopping-bag", text, first)
    if advocate is not None:
        text = words("ending.line.advocate", name=advocate.name, week=advocate.week)
        sent = words("ending.line.friends", n=told.friends_sent) if told.friends_sent else ""
        yield TaleLine("megaphone", f"{text} {sent}".strip(), advocate)


def _trouble(told: Chronicle, words: Words) -> Iterator[TaleLine]:
    if told.worst is not None:
        yield TaleLine("message-square-warning", _worst(told.worst, words))
    elif not told.setback_cards:
        yield TaleLine("leaf", words("ending.line.nothing_worse"))
    if told.averted:
        yield TaleLine("ear", words("ending.line.averted", n=told.averted))
    if told.hostile:
        yield TaleLine("triangle-alert", words("ending.line.hostile", n=told.hostile))


def _worst(trouble: Trouble, words: Words) -> str:
    name = words(f"setback.{trouble.kind}.name")
    parts = [
        words(
            "ending.line.worst",
            setback=name,
            week=trouble.week,
            reached=words.number(trouble.reached),
        )
    ]
    if trouble.was_noticed:
        parts.append(words("ending.line.after_sign"))
    if trouble.answered_after is None:
        parts.append(words("ending.line.unanswered"))
    else:
        parts.append(words("ending.line.answered", n=max(1, trouble.answered_after)))
        if trouble.answer:
            parts.append(words("ending.line.said", answer=_answers(trouble.answer, words)))
    return " ".join(parts)


def _answers(answer: str, words: Words) -> str:
    """What was done about a setback; several acts of one choice stand together."""
    said = [words(f"ending.answer.{one}") for one in answer.split("+")]
    return said[0] if len(said) == 1 else words("ending.line.both", first=said[0], second=said[1])


def _places(told: Chronicle, words: Words) -> Iterator[TaleLine]:
    left = {name for name, _ in told.left_places}
    for place in told.closed:
        which = _closing(place, place.name in left)
        text = words(f"ending.line.{which}", place=place.name, week=place.week, n=place.followers)
        yield TaleLine("map-pin", text)
    closed = {place.name for place in told.closed}
    for name, week in [one for one in told.left_places if one[0] not in closed][:2]:
        yield TaleLine("log-out", words("ending.line.left_place", place=name, week=week))


def _closing(place: Closed, was_left: bool) -> str:
    if not place.was_there:
        return "closed_without"
    if place.followers:
        return "closed"
    return "closed_left" if was_left else "closed_empty"


def _strain(told: Chronicle, scenario: Scenario, words: Words) -> Iterator[TaleLine]:
    if told.gave_up:
        season = told.worst_season
        text = words(
            "ending.line.gave_up",
            n=told.gave_up,
            season=season_name(season, scenario, words),
            year=season // SEASONS_PER_YEAR + 1,
        )
        yield TaleLine("hourglass", text)
    for week in told.burnouts[:1]:
        yield TaleLine("moon", words("ending.line.burnout", week=week))


def _lights(told: Chronicle, words: Words) -> Iterator[TaleLine]:
    if not told.lights:
        yield TaleLine("lightbulb", words("ending.line.no_light"))
    for light, week in told.lights[:1]:
        text = words("ending.line.light", week=week, title=words(f"light.{light.value}.title"))
        yield TaleLine("lightbulb", text)


def _goals(told: Chronicle, words: Words) -> Iterator[TaleLine]:
    for goal in told.goals:
        which = "goal_met" if goal.is_met else "goal_missed"
        text = words(
            f"ending.line.{which}", year=goal.year, goal=goal.label, value=words.number(goal.value)
        )
        yield TaleLine("flag" if goal.is_met else "target", text, is_quoted=True)
    for own in told.own_words:
        yield TaleLine("pencil-line", words("ending.line.own_goal", text=own), is_quoted=True)


def question(told: Chronicle, gait: Gait, sure_and_wrong: int, words: Words) -> str:
    """One question to take along, opened by what happened in this run."""
    return words(f"ending.question.{_question(told, gait, sure_and_wrong)}")


def is_slow(trouble: Trouble) -> bool:
    """Whether the answer came late, or never."""
    return trouble.answered_after is None or trouble.answered_after > SLOW_ANSWER_DAYS


def _question(told: Chronicle, gait: Gait, sure_and_wrong: int) -> str:
    worst = told.worst
    if told.burnouts:
        return "energy"
    if worst is not None and worst.was_noticed and is_slow(worst):
        return "sign"
    if any(place.was_there and place.followers for place in told.closed):
        return "ground"
    if told.gave_up > MANY_WAITED:
        return "waiting"
    if sure_and_wrong >= SURE_AND_WRONG:
        return "sure"
    if gait.tempo > FAST_TEMPO:
        return "tempo"
    if told.first_advocate is None:
        return "giving"
    if any(not goal.is_met for goal in told.goals):
        return "goal"
    return "late"
