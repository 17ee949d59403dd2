"""The ending: a tale told by what happened, the order of the race, gaits, causes that add up, guesses judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

import game
from game.authoring.words import load_words
from game.play.game_session import Game, Prediction
from game.play.presenters import calibration, chronicle, gaits, standings, tale
from game.play.presenters.account import account
from game.play.presenters.chronicle import Chronicle, Closed, Person, Trouble, YearGoal
from game.play.presenters.deciders import MEASURES, deciders
from game.play.presenters.prediction import Verdict
from game.play.presenters.standings import Runner, Standings, crossing
from game.play.screens.ending.replay import RaceReplay, value_at
from game.sim.gait import Gait
from game.sim.light import Light
from game.sim.run import Run
from game.strategies.registry import names
from tests.play.journeys import LUCK, small_bakery

WORDS = load_words()
QUIET = Chronicle(
    first_customer=None, first_advocate=None, friends_sent=0, worst=None, setbacks=0, averted=0, closed=(),
    left_places=(), gave_up=0, worst_season=0, burnouts=(), lights=(), goals=(), own_words=(), hostile=0,
)  # fmt: skip
CALM = Gait(tempo=8.0, depth=10.0, steadiness=0.8, responsiveness=0.0)


@pytest.fixture(scope="module")
def run() -> Run:
    """A year of a small bakery, played by a hare."""
    return game.simulate(small_bakery(seasons=4), {"you": "hare"}, seed=LUCK)


def told(**facts: object) -> list[str]:
    """The sentences for a quiet run in which only these facts happened."""
    return [line.text for line in tale.tale(replace(QUIET, **facts), small_bakery(), WORDS)]  # type: ignore[arg-type]


def a_race(
    *lines: tuple[int, ...], results: tuple[int, ...] = (), yardstick: str = "sales"
) -> Standings:
    """A race of these weekly values, the player's first."""
    ends = results or tuple(line[-1] for line in lines)
    runners = tuple(
        Runner(number, f"r{number}", f"Rival {number}", "hare", line, end)
        for number, (line, end) in enumerate(zip(lines, ends, strict=True))
    )
    order = tuple(sorted(runners, key=lambda one: (-one.result, one.number)))
    crossings = tuple(crossing(runners[0], other) for other in runners[1:])
    return Standings(yardstick, runners, order, crossings)


# --- the headline ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mine", "theirs", "results", "sentence"),
    [
        ((1, 2, 9), (0, 1, 2), (), "You were ahead early, and nobody caught you."),
        ((1, 2, 9), (3, 4, 5), (), "Rival 1 was ahead of you until week 2. Not after that."),
        ((3, 4, 5), (1, 2, 9), (), "You were ahead of Rival 1 until week 2. Then you were not."),
        ((1, 2, 3), (3, 4, 9), (), "Rival 1 was ahead of you from the start, and stayed there."),
        ((1, 2, 100), (3, 4, 99), (), "After 0.1 years, you and Rival 1 came in side by side."),
        ((1, 2, 9), (0, 1, 2), (9, 30),
         "At the end you stood ahead of Rival 1. A quiet year later, Rival 1 stood ahead of you."),
        ((1, 2, 3), (3, 4, 9), (40, 9), "At the end Rival 1 stood ahead of you. A quiet year later, you did."),
    ],
)  # fmt: skip
def test_the_headline_says_how_the_race_went(
    mine: tuple[int, ...], theirs: tuple[int, ...], results: tuple[int, ...], sentence: str
) -> None:
    assert tale.headline(a_race(mine, theirs, results=results), WORDS) == sentence


def test_a_winner_is_told_of_the_last_rival_passed() -> None:
    race = a_race((1, 5, 9, 20), (2, 3, 4, 12), (1, 6, 10, 11))
    assert tale.headline(race, WORDS).startswith("Rival 2 was ahead of you until week 3")


def test_whoever_ran_alone_is_told_so() -> None:
    assert tale.headline(a_race((1, 2)), WORDS) == "You had the road to yourself."


def test_a_crossing_is_the_week_after_which_the_order_stays() -> None:
    race = a_race((1, 5, 2, 9), (2, 3, 4, 5))
    (settled,) = race.crossings
    assert (settled.week, settled.player_ahead) == (4, True)
    assert tale.crossing_words(race, WORDS) == ("In week 4 you passed Rival 1 for good.",)


# --- the tale -------------------------------------------------------------------------------------


def test_a_run_in_which_nothing_happened_is_told_as_such() -> None:
    assert told() == [
        "Nobody new bought in all that time.",
        "Nothing that went wrong became known.",
        "No light went on in all that time.",
    ]


def test_the_first_customer_and_the_first_who_recommends_are_named() -> None:
    said = told(
        first_customer=Person("Ada", 1, "get_it", 2),
        first_advocate=Person("Omar", 2, "scissors", 40),
        friends_sent=1,
    )
    assert "Ada was the first new customer, in week 2." in said
    assert any(
        line.startswith("Omar was the first to recommend you, in week 40. One person")
        for line in said
    )


def test_the_worst_setback_is_told_with_what_was_done_about_it() -> None:
    answered = Trouble("rumour", 30, 1_234, "apologise+repair", 0, True, True)
    (said,) = [line for line in told(worst=answered) if "worst" in line]
    assert said == (
        "The worst of it was a rumour, in week 30; it reached 1,234 people. You had noticed the sign. "
        "You answered within a day. What you did: you said sorry, and you put it right."
    )
    ignored = Trouble("slip", 9, 12, "", None, False, False)
    (said,) = [line for line in told(worst=ignored) if "worst" in line]
    assert said.endswith("it reached 12 people. Nobody answered it.")


@pytest.mark.parametrize("answer", [one for one in WORDS if one.startswith("ending.answer.")])
def test_every_answer_has_words(answer: str) -> None:
    assert WORDS(answer)


def test_every_answer_of_the_model_has_words() -> None:
    from game.sim.response import ANSWERS

    assert all(f"ending.answer.{answer}" in WORDS for answer in ANSWERS)


@pytest.mark.parametrize(
    ("place", "left", "sentence"),
    [
        (Closed("Shoal", 89, 40, True), (), "Shoal closed in week 89, and 40 followers were gone."),
        (Closed("Shoal", 89, 0, True), (), "Shoal closed in week 89. Nobody followed you there."),
        (Closed("Shoal", 89, 0, False), (), "Shoal closed in week 89. You had never been there."),
        (Closed("Shoal", 89, 0, True), (("Shoal", 72),), "Shoal closed in week 89. You had left it before."),
    ],
)  # fmt: skip
def test_a_place_that_died_is_told_by_what_was_lost(
    place: Closed, left: tuple[tuple[str, int], ...], sentence: str
) -> None:
    said = told(closed=(place,), left_places=left)
    assert sentence in said
    assert sum("Shoal" in line for line in said) == 1


def test_goals_lights_and_strain_are_told() -> None:
    said = told(
        goals=(YearGoal(1, "A crowd", 40, False), YearGoal(2, "A crowd", 400, True)),
        lights=((Light.WAITING, 12),),
        gave_up=20, worst_season=6, burnouts=(50,), averted=2, hostile=1, own_words=("A full shop",),
    )  # fmt: skip
    assert "The goal of year 1 was missed: A crowd. It came to 40." in said
    assert "The goal of year 2 was met: A crowd." in said
    assert "In week 12 it dawned on you: They have been waiting." in said
    assert any("20 people gave up waiting" in line and "of year 2." in line for line in said)
    assert "In week 50 you could not go on, and had to stay at home." in said
    assert "One person warns others of you." in said
    assert "In your own words, you had wanted: “A full shop”." in said


@pytest.mark.parametrize(
    ("facts", "gait", "wrong", "name"),
    [
        ({"burnouts": (3,)}, CALM, 0, "energy"),
        ({"worst": Trouble("slip", 1, 9, "", None, False, True)}, CALM, 0, "sign"),
        ({"worst": Trouble("slip", 1, 9, "explain", 0, True, True)}, CALM, 0, "giving"),
        ({"closed": (Closed("X", 1, 9, True),)}, CALM, 0, "ground"),
        ({"gave_up": 40}, CALM, 0, "waiting"),
        ({}, CALM, 3, "sure"),
        ({}, replace(CALM, tempo=40.0), 0, "tempo"),
        ({}, CALM, 0, "giving"),
        ({"first_advocate": Person("A", 1, "get_it", 1)}, CALM, 0, "late"),
    ],
)
def test_the_question_is_opened_by_what_happened(
    facts: dict[str, object], gait: Gait, wrong: int, name: str
) -> None:
    asked = tale.question(replace(QUIET, **facts), gait, wrong, WORDS)  # type: ignore[arg-type]
    assert asked == WORDS(f"ending.question.{name}")
    assert asked.endswith("?")


# --- gathered from a run --------------------------------------------------------------------------


def test_the_chronicle_agrees_with_the_record(run: Run) -> None:
    found = chronicle.chronicle(run, "you")
    log = [line for line in run.world.ledger.log if line.runner == 0]
    assert found.gave_up == sum(line.what == "gave_up" for line in log)
    assert found.setbacks == run.outcome("you").setbacks
    assert found.hostile == run.outcome("you").hostile
    first = min((line.second for line in log if line.what == "bought"), default=None)
    assert (found.first_customer is None) == (first is None)
    if found.first_customer is not None and first is not None:
        assert found.first_customer.week == first // (7 * 86_400) + 1
    for goal in found.goals:
        assert goal.year == 1


def test_looking_back_changes_nothing_of_the_run(run: Run) -> None:
    digest = run.digest
    account(Game(run, seat="you"), WORDS)
    assert run.digest == digest


def test_the_order_is_that_of_the_yardstick(run: Run) -> None:
    race = standings.standings(run, "you")
    results = [run.outcome(one.id).yardstick for one in race.order]
    assert results == sorted(results, reverse=True)
    assert race.player.id == "you"
    assert [len(one.line) for one in race.runners] == [52] * 4
    assert race.player.line[-1] == run.outcome("you").sales


@pytest.mark.parametrize("yardstick", ["sales", "followers", "relationships"])
def test_the_lines_end_where_the_yardstick_does(yardstick: str) -> None:
    scenario = small_bakery(seasons=1).model_copy(update={"yardstick": yardstick})
    short = game.simulate(scenario, {"you": "tortoise"}, seed=1)
    race = standings.standings(short, "you")
    for one in race.runners:
        end = short.outcome(one.id)
        at_horizon = {
            "sales": end.sales,
            "followers": end.followers,
            "relationships": end.relationships,
        }[yardstick]
        assert one.line[-1] == at_horizon
    assert f"ending.by_{yardstick}" in WORDS
    assert f"ending.counted_{yardstick}" in WORDS


def test_the_causes_add_up_to_what_stands_beside_the_name(run: Run) -> None:
    race = standings.standings(run, "you")
    pairs = deciders(run, race, WORDS)
    assert [pair[0].measure for pair in pairs] == list(MEASURES)
    for pair in pairs:
        for one in pair:
            assert sum(number(line.amount) for line in one.lines) == number(one.total)
            assert all(abs(line.share) <= 1 for line in one.lines)


def number(text: str) -> int:
    """An amount as it is shown, as a number."""
    return int(text.replace(",", "").replace("\u2212", "-"))


def test_no_name_of_a_strategy_is_seen_before_the_hoods_come_off(run: Run) -> None:
    made = account(Game(run, seat="you"), WORDS)
    kinds = [WORDS(f"gait.kind.{name}").lower() for name in names()]
    before = " ".join(
        [made.headline, made.question, *made.crossings, *(line.text for line in made.tale)]
    ).lower()
    assert not [kind for kind in kinds if kind in before]


def test_every_strategy_has_a_name_for_when_the_hood_is_off() -> None:
    for kind in (*names(), "person", "default", "foreign"):
        assert WORDS(f"gait.kind.{kind}")
        assert WORDS(f"gait.says.{kind}")


def test_gaits_are_measured_against_each_other(run: Run) -> None:
    race = standings.standings(run, "you")
    cards = {card.runner.id: card for card in gaits.gait_cards(run, race.order, WORDS)}
    for part in range(4):
        beads = [card.parts[part].beads for card in cards.values()]
        assert all(0 <= one <= 5 for one in beads)
        assert max(beads) in (0, 5)
    tempo = {id: run.outcome(id).gait.tempo for id in cards}
    busiest = max(tempo, key=lambda id: tempo[id])
    assert cards[busiest].parts[0].beads == 5


def test_the_nearest_gait_of_a_twin_is_its_twin(run: Run) -> None:
    race = standings.standings(run, "you")
    near = gaits.nearest(run, race.player, race.runners[1:])
    assert near is not None
    twin = replace(race.player, number=9)
    assert gaits.nearest(run, race.player, (*race.runners[1:], twin)) == twin


def test_response_in_words_tells_nothing_wrong_from_nothing_seen() -> None:
    still = replace(CALM, responsiveness=0.0)
    assert gaits.part_words(still, "responsiveness", WORDS, struck=False) == "nothing to put right"
    assert gaits.part_words(still, "responsiveness", WORDS, struck=True) == "saw no trouble coming"


# --- guesses --------------------------------------------------------------------------------------


def guessed(run: Run, *made: tuple[str, int]) -> calibration.Guesses:
    """Guesses at the followers of the first seasons: where to, and how surely."""
    line = run.timeline("you", "followers")
    predictions = [
        Prediction(season, "followers", says, percent, line[season * 13])  # type: ignore[arg-type]
        for season, (says, percent) in enumerate(made)
    ]
    return calibration.guesses(run, "you", predictions, WORDS)


def test_guesses_are_counted_by_how_sure_they_were(run: Run) -> None:
    found = guessed(run, ("rise", 40), ("fall", 90), ("rise", 90))
    assert found.count == 3
    assert [(one.percent, one.count) for one in found.by_sureness] == [(40, 1), (65, 0), (90, 2)]
    assert found.right == sum(line.is_right for line in found.lines)
    assert found.verdict == WORDS("ending.guesses.few")


def test_whoever_was_sure_and_wrong_is_told_so(run: Run) -> None:
    found = guessed(run, *[("fall", 90)] * 4)
    assert found.right == 0
    assert found.verdict == WORDS("ending.guesses.too_sure")


@pytest.mark.parametrize(
    ("guesses", "says"),
    [
        ([(40, True), (65, False)], "few"),
        ([(90, True)] * 4, "fair"),
        ([(65, True), (65, True), (65, False), (65, True)], "fair"),
        ([(40, True)] * 6, "too_shy"),
        ([(90, False)] * 4, "too_sure"),
        ([(40, True)] * 8 + [(65, False)] * 4, "too_sure"),
    ],
)
def test_calibration_is_not_made_good_by_lucky_guesses(
    guesses: list[tuple[int, bool]], says: str
) -> None:
    judged = [
        (Prediction(0, "followers", "rise", percent, 0), Verdict("rise", 0, 9, right, None, None))
        for percent, right in guesses
    ]
    assert calibration.calibration(judged) == says
    assert f"ending.guesses.{says}" in WORDS


def test_a_guess_about_a_season_that_is_not_over_is_not_judged() -> None:
    young = game.Run(small_bakery(), LUCK, people=["you"])
    while young.now < 3 * 7 * 86_400 and (request := young.advance(until=3 * 7 * 86_400)):
        young.decide(request.default)
    assert (
        calibration.guesses(young, "you", [Prediction(0, "followers", "rise", 40, 0)], WORDS).count
        == 0
    )


# --- the race run once more -----------------------------------------------------------------------


def test_the_replay_goes_from_the_first_week_to_the_last() -> None:
    race = a_race((1, 2, 3, 4), (2, 2, 2, 2))
    replay = RaceReplay(race, LUCK)
    assert replay.week(5.0, still=False) == 4
    replay.restart(5.0)
    assert replay.week(5.0, still=False) == 0
    assert replay.week(5.0 + 1e6, still=False) == 4
    assert replay.week(5.0, still=True) == 4
    assert replay.spoken(WORDS) == "You 4; Rival 1 2"


def test_between_two_weeks_a_runner_is_between_two_values() -> None:
    assert value_at((10, 20), 0) == 0
    assert value_at((10, 20), 1) == 10
    assert value_at((10, 20), 1.5) == 15
    assert value_at((10, 20), 2) == 20
    assert value_at((), 2) == 0
