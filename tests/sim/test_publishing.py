"""Posts: who sees one, when, and what a place's rules do about it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from game.sim import publishing
from game.sim.booking import follow
from game.sim.cause import Cause
from game.sim.clock import DAY, EVENING_POST, MIDDAY_POST
from game.sim.kernels.viewing import Views
from game.sim.lever import Lever
from game.sim.place import Place, RuleChange
from game.sim.posting import draft_post
from game.sim.posts import PostKind
from game.sim.publishing import publish
from game.sim.run import Run
from game.sim.views import joined
from game.sim.world import World
from tests.sim.lab import LUCKS, a_room, after, numbers, total, you

Floats = npt.NDArray[np.float64]
STREET = Place(
    id="street", name="Street", opens_week=-100, starting_share=1.0, seen=0.5, half_life_hours=0.5
)
SILENT = {"message": 0, "share": 0, "discovery": 0}


def a_street(place: Place = STREET, *, posts: int = 6, **room: Any) -> Run:
    """A shop that everybody follows on one place."""
    parameters = numbers(content=SILENT, fatigue={"unfollow": 0})
    run = a_room(
        {Lever.CREATE: posts}, places=(place,), on=(place.id,), parameters=parameters, **room
    )
    rows = np.arange(run.world.people.count)
    follow(run.world, rows, np.zeros(len(rows), dtype=np.int64), Cause.START, 0)
    return run


def delays(place: Place, patch: pytest.MonkeyPatch, weeks: int = 3) -> Floats:
    """Seconds between each post and each of its views, for followers on *place*."""
    found: list[int] = []
    keep = publishing._keep  # whichever kernels made them, views pass here

    def watch(world: World, views: Views) -> None:
        found.extend((views.second - world.posts.column("second")[views.post]).tolist())
        keep(world, views)

    run = a_street(place, people=300)
    patch.setattr(publishing, "_keep", watch)
    after(run, weeks)
    return np.array(found, dtype=np.float64)


@pytest.mark.parametrize("half_life", [0.35, 1.5, 20.0, 9000.0])
def test_the_views_of_a_post_come_after_it_and_half_of_them_by_its_half_life(
    half_life: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = delays(STREET.model_copy(update={"half_life_hours": half_life}), monkeypatch)
    assert len(seen) > 500
    assert seen.min() >= 0
    assert np.median(seen) == pytest.approx(half_life * 3600, rel=0.25)  # K1


def test_views_have_a_heavy_tail(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = delays(STREET, monkeypatch) / (STREET.half_life_hours * 3600)
    assert (seen > 10).mean() > 0.1


def test_posts_go_out_at_noon_and_in_the_evening_after_the_sitting_that_wrote_them() -> None:
    run = a_street(posts=40)
    posts = 0
    for at in (MIDDAY_POST, EVENING_POST):
        run.advance(until=at - 1)
        assert run.world.posts.count == posts
        run.advance(until=at + 1)
        assert run.world.posts.count > posts
        posts = run.world.posts.count


def test_a_follower_who_left_the_place_sees_nothing_there() -> None:
    run = a_street()
    run.world.places[0].members[:] = 0
    assert total(after(run, 3), "reach") == 0


@pytest.mark.parametrize("seed", LUCKS)
def test_a_change_of_the_rules_lowers_views_from_its_week_on(seed: int) -> None:
    changed = STREET.model_copy(update={"rule_changes": (RuleChange(week=6, reach=0.5),)})
    before, after_ = (
        after(a_street(place, seed=seed), 13).timeline("you", "reach")
        for place in (STREET, changed)
    )
    assert after_[:6] == before[:6]
    assert sum(after_[7:]) == pytest.approx(0.5 * sum(before[7:]), rel=0.15)


@pytest.mark.parametrize("seed", LUCKS)
def test_more_posts_on_a_day_are_each_seen_by_fewer(seed: int) -> None:
    few, many = (after(a_street(posts=posts, seed=seed), 6) for posts in (9, 60))
    each = [total(run, "reach") / run.world.posts.count for run in (few, many)]
    assert each[1] < each[0]
    assert total(many, "reach") > total(few, "reach")


def views_of_the_first(posts: int, seed: int) -> dict[int, list[tuple[int, int]]]:
    """Who sees the first of some posts of a day, and when: a post of the seat's and one of another's, by runner."""
    run = a_street(seed=seed, shops=2)
    world = run.world
    world.relations.follows[:] = 1
    for runner, count in ((0, posts), (1, 1)):
        for nth in range(count):
            second = MIDDAY_POST - 3600 + nth * 60
            draft_post(
                world,
                world.runners[runner],
                0,
                PostKind.POST,
                650_000,
                second,
                nth,
                bold=0,
                voice=2,
            )
    publish(world)
    views = joined([*world.today, *world.not_seen_yet()])
    firsts = {0: 0, 1: posts}  # the posts stand in the order in which they were drafted
    return {
        runner: sorted(
            zip(views.row[views.post == post].tolist(), views.second[views.post == post].tolist(), strict=True)
        )
        for runner, post in firsts.items()
    }  # fmt: skip


@pytest.mark.parametrize("seed", LUCKS)
def test_one_more_post_never_lowers_that_days_views_of_the_others_posts(seed: int) -> None:
    one, many = views_of_the_first(1, seed), views_of_the_first(9, seed)
    assert one == many
    assert min(map(len, one.values())) > 100


@pytest.mark.parametrize("seed", LUCKS)
def test_above_what_the_place_tolerates_more_people_leave(seed: int) -> None:
    left = []
    for tolerated in (500.0, 2.0):
        place = STREET.model_copy(update={"tolerated_per_week": tolerated})
        run = a_room(
            {Lever.CREATE: 30}, people=500, seed=seed, places=(place,), on=("street",), known_by=0.0,
            parameters=numbers(content=SILENT),
        )  # fmt: skip
        rows = np.arange(500)
        follow(run.world, rows, np.zeros(500, dtype=np.int64), Cause.START, 0)
        left.append(total(after(run, 10), "unfollowed"))
    assert 0 < left[0] < left[1]


def test_a_shared_post_reaches_contacts_who_do_not_follow() -> None:
    parameters = numbers(content=SILENT | {"share": 0.2})
    run = a_room(
        {Lever.CREATE: 12}, places=(STREET,), on=("street",), parameters=parameters, known_by=0.0
    )
    follow(run.world, np.arange(60), np.zeros(60, dtype=np.int64), Cause.START, 0)
    after(run, 6)
    causes = {line.cause: line.amount for line in run.why("you", "reach")}
    assert causes[Cause.SHARED] > 0
    assert (run.world.relations.familiarity[60:] > 0).any()


def shared(**content: float) -> Run:
    """A shop that every other person follows, some of whom pass its posts on inside the town; after six weeks."""
    parameters = numbers(
        content=SILENT | {"share": 0.2} | content,
        network={"audience": 0.0, "audience_spread": 0.0},
        fatigue={"unfollow": 0},
    )
    run = a_room(
        {Lever.CREATE: 12}, places=(STREET,), on=("street",), parameters=parameters, known_by=0.0
    )
    rows = np.arange(0, run.world.people.count, 2)
    follow(run.world, rows, np.zeros_like(rows), Cause.START, 0)
    return after(run, 6)


def test_some_of_those_who_were_shown_a_post_begin_to_follow() -> None:
    none, some = (shared(follow_after_share=share) for share in (0.0, 0.3))
    assert (none.world.relations.follows[1::2] == 0).all()
    gained = {line.cause: line.amount for line in some.why("you", "followers")}
    assert gained[Cause.SHARED] == (some.world.relations.follows[1::2] > 0).sum() > 10


def test_what_was_passed_on_is_hardly_passed_on_again() -> None:
    reach = []
    for later in (0.0, 0.45):
        run = shared(later_shares=later, follow_after_share=0)
        reach.append({line.cause: line.amount for line in run.why("you", "reach")}[Cause.SHARED])
    assert 0 < reach[0] < 0.8 * reach[1]


def test_an_audience_outside_the_market_counts_in_reach_and_in_nothing_else() -> None:
    runs = []
    for audience in (0.0, 1000.0):
        parameters = numbers(
            content=SILENT | {"share": 0.2, "later_shares": 0, "appeal": 0.0},
            network={"audience": audience, "audience_spread": 0.0},
        )
        run = a_room(
            {Lever.CREATE: 12}, places=(STREET,), on=("street",), parameters=parameters, known_by=0
        )
        follow(run.world, np.arange(60), np.zeros(60, dtype=np.int64), Cause.START, 0)
        runs.append(after(run, 6))
    alone, heard = runs
    assert total(heard, "reach") > total(alone, "reach") + 1000
    for column, values in alone.world.relations.columns().items():
        assert (values == heard.world.relations.columns()[column]).all(), column


def made(voice: int, formality: int, **content: float) -> tuple[int, int]:
    """The quality of a post of the usual 0.65 and the liking that it brings, in this voice on such a place."""
    place = STREET.model_copy(update={"formality": formality})
    run = a_room(places=(place,), on=("street",), parameters=numbers(content=content))
    draft_post(
        run.world, you(run), 0, PostKind.POST, 650_000, MIDDAY_POST - 3600, 0, bold=0, voice=voice
    )
    publish(run.world)
    facts = run.world.posts.facts(np.zeros(1, dtype=np.int64))
    return int(facts["quality"][0]), int(facts["liking"][0])


@pytest.mark.parametrize(("voice", "formality"), [(0, 0), (0, 2), (4, 2), (0, 4), (1, 4)])
def test_each_step_between_the_voice_and_the_place_takes_off_quality(
    voice: int, formality: int
) -> None:
    off = abs(voice - formality)
    assert made(voice, formality, off_voice=0.1)[0] == 650_000 * (10 - off) // 10


def test_a_personal_voice_wins_more_liking_by_the_same_post() -> None:
    warm, usual, cool = (made(voice, 2, off_voice=0, warm_voice=0.2)[1] for voice in (0, 2, 4))
    assert warm == pytest.approx(1.4 * usual, abs=1)
    assert cool == pytest.approx(0.6 * usual, abs=1)


def test_articles_are_found_by_people_with_a_question() -> None:
    diary = Place(id="diary", name="Diary", kind="blog", owned=True, opens_week=-100, searched=True)
    found = []
    for searched in (True, False):
        place = diary.model_copy(update={"searched": searched})
        run = a_room(
            {Lever.CREATE: 12},
            places=(place,),
            on=("diary",),
            known_by=0.0,
            people=600,
            parameters=numbers(content=SILENT),
        )
        found.append(int((after(run, 25).world.relations.familiarity > 0).sum()))
    assert found[0] > 3 * max(1, found[1])


def test_what_is_seen_counts_at_the_end_of_its_attention_day() -> None:
    run = a_street(posts=40)
    run.advance(until=DAY)
    assert you(run).acts > 0
    assert run.world.ledger.value_now(0, "reach") == 0
    run.advance(until=2 * DAY)
    assert run.world.ledger.value_now(0, "reach") > 0


def test_every_monday_a_stream_holds_last_weeks_posts_of_all_whom_a_person_follows() -> None:
    run = a_street(posts=12, shops=2)
    world = run.world
    world.relations.follows[world.span_of(1)][: world.people.count // 2] = 1
    after(run, 1.1)
    own, others = (sum(state.posts_before.values()) for state in world.runners)
    assert own > 0 < others
    half = world.people.count // 2
    follows = world.relations.follows.reshape(2, -1) != 0
    expected = follows[0] * own + follows[1] * others
    assert (world.streams[0] == expected).all()
    assert expected[:half].mean() > expected[half:].mean()  # they follow the other shop too
