"""A new week comes onto the table part by part: no frame draws much, and in the end all of it is there."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.play.kit import Settings
from game.play.pilot import Pilot
from game.play.screens.table import TableScreen
from tests.play.conftest import Launch
from tests.play.table import lit, new_game

pytestmark = pytest.mark.window
MOST_FRAMES = 2_000


def running_table(launch: Launch, settings: Settings, size: tuple[int, int]) -> Pilot:
    """A busy table in the middle of a season."""
    pilot = launch(TableScreen(lit(new_game(seasons=5))), size=size, settings=settings)
    while pilot.shows("reveal"):
        pilot.press("return")
    pilot.press("return")
    return pilot


def table_of(pilot: Pilot) -> TableScreen:
    """The screen on top."""
    assert isinstance(pilot.app.screen, TableScreen)
    return pilot.app.screen


def to_the_next_look(pilot: Pilot) -> None:
    """Let time pass until a week has been seen that is not shown yet."""
    for _ in range(MOST_FRAMES):
        if table_of(pilot).renewal.is_under_way:
            return
        if pilot.shows("card"):
            pilot.press("1")
        else:
            pilot.frame()
    raise AssertionError("No week has passed.")


def renewed(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> list[list[pygame.Rect]]:
    """Show what was seen, in frames of no time; the parts drawn, frame by frame."""
    table, drawn = table_of(pilot), []
    paint = table.scene.paint

    def noted(surface: pygame.Surface) -> list[pygame.Rect]:
        drawn.append(paint(surface))
        return drawn[-1]

    with monkeypatch.context() as patched:
        patched.setattr(table.scene, "paint", noted)
        while table.renewal.is_under_way:
            pilot.app.frame()
    return drawn


@pytest.mark.parametrize(
    ("size", "text_size"), [((1920, 1080), 1.0), ((1280, 720), 1.0), ((1280, 720), 1.5)]
)
def test_part_by_part_the_table_comes_to_show_what_it_shows_when_built_as_a_whole(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], text_size: float
) -> None:
    still = Settings(reduced_motion=True, text_size=text_size)
    pilot = running_table(launch, still, size)
    for _ in range(4):
        to_the_next_look(pilot)
        renewed(pilot, monkeypatch)
        by_parts, texts = pilot.pixels(), table_of(pilot).scene.transcript()
        pilot.texts()
        assert pilot.pixels() == by_parts, "something was left as it was"
        table_of(pilot).refresh()
        pilot.app.frame()
        assert table_of(pilot).scene.transcript() == texts
        assert pilot.pixels() == by_parts, "a part stands or looks otherwise"


def test_no_frame_of_a_new_week_draws_more_than_two_thirds_of_the_window(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = running_table(launch, Settings(), (1920, 1080))
    to_the_next_look(pilot)
    frames = renewed(pilot, monkeypatch)
    assert 4 <= len(frames) <= 9
    assert max(sum(one.w * one.h for one in parts) for parts in frames) < 1920 * 1080 * 2 / 3


def test_a_voice_has_another_face_when_whoever_spoke_is_not_in_the_room_any_more(
    launch: Launch,
) -> None:
    table = table_of(running_table(launch, Settings(), (1280, 720)))
    shot = table.shot
    assert {one.person for one in shot.voices} & set(shot.kinds), "else this test proves nothing"
    assert not table.arrangement.is_stale("voices", shot)
    gone = replace(shot, room=replace(shot.room, guests=()))
    assert table.arrangement.is_stale("voices", gone)


def test_the_focus_and_the_guest_gone_to_stay_while_weeks_come(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = running_table(launch, Settings(), (1280, 720))
    scene = pilot.app.scene
    scene.focus_on(scene.find("room"))
    pilot.press("left")
    party = scene.find("room")
    to_the_next_look(pilot)
    renewed(pilot, monkeypatch)
    assert scene.find("room") is not party
    assert pilot.focus == "room"
    met = party.met.id  # type: ignore[attr-defined]
    assert met in {one.id for one in scene.find("room").children}, "else this test proves nothing"
    assert scene.find("room").met.id == met  # type: ignore[attr-defined]


def test_what_a_button_of_the_mouse_is_held_down_on_does_not_go(launch: Launch) -> None:
    pilot = running_table(launch, Settings(), (1280, 720))
    to_the_next_look(pilot)
    held = pilot.find("trend.next")
    where = held.rect.center
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=where, button=1))
    pilot.frame(2)
    assert pilot.find("trend.next") is held
    assert table_of(pilot).renewal.is_under_way
    turned = table_of(pilot).trend
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=where, button=1))
    pilot.frame(2)
    assert table_of(pilot).trend == turned + 1
    assert not table_of(pilot).renewal.is_under_way


def test_in_the_frame_that_looks_at_the_run_nobody_moves(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = running_table(launch, Settings(), (1280, 720))
    for _ in range(3):
        before = ""
        while not table_of(pilot).renewal.is_under_way:
            if pilot.shows("card"):
                pilot.press("1")
            before = pilot.pixels()
            pilot.frame()
        assert pilot.pixels() == before
        pilot.frame(2)
        assert pilot.pixels() != before
        renewed(pilot, monkeypatch)
