"""The ending as it is gathered from a run: the order of the race, gaits, causes that add up, the race run once more.

The tale is tested in `test_tale.py`, guesses in `test_calibration.py`, which ending is told in `test_endings.py`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

import game
from game.authoring.words import load_words
from game.play.game_session import Game
from game.play.presenters import chronicle, gaits, standings, tale
from game.play.presenters.account import account
from game.play.presenters.deciders import MEASURES, deciders
from game.play.screens.ending.replay import RaceReplay, value_at
from game.sim.run import Run
from game.strategies.registry import names
from tests.play.journeys import LUCK, small_bakery
from tests.play.races import CALM, a_race

WORDS = load_words()


def test_a_crossing_is_the_week_after_which_the_order_stays() -> None:
    race = a_race((1, 5, 2, 9), (2, 3, 4, 5))
    (settled,) = race.crossings
    assert (settled.week, settled.player_ahead) == (4, True)
    assert tale.crossing_words(race, WORDS) == ("In week 4 you passed Rival 1 for good.",)


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


def test_what_decides_the_race_is_told_where_the_chart_does_not_show_it() -> None:
    race = a_race((5, 9), (6, 12), results=(30, 20))
    told = tale.counted(race, WORDS)
    assert "quiet year" in told
    assert told.endswith("You\u00a030, Rival 1\u00a020.")
    race = a_race((5, 9), (6, 12), yardstick="followers")
    assert tale.counted(race, WORDS) == WORDS("ending.counted_followers")


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
