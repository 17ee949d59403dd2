"""One game at the table: a run, the seat that is played, predictions, the autosave and the speed.

What may be seen of it comes as a view (`game.sim.view`); what is shown of that, from `presenters/`; the screens that
play it are in `screens/table/`. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from game.play.unlit_view import UnlitView
from game.sim.clock import WEEK, WEEKS_PER_SEASON
from game.sim.decision import Decision, Request
from game.sim.light import Light
from game.sim.plan import Move, Plan
from game.sim.run import Run
from game.sim.scenario import Scenario
from game.sim.view import View

Says = Literal["rise", "hold", "fall"]
SURENESS: Mapping[str, int] = {"guess": 40, "think": 65, "sure": 90}
"""How sure a player is, in words of the screens, and the per cent that it is scored as."""


@dataclass(frozen=True)
class Prediction:
    """What the player said before a season: where a number will go, how surely (per cent), and why (a cause's id)."""

    season: int
    measure: str
    says: Says
    percent: int
    start: int
    reason: str = ""

    @classmethod
    def from_note(cls, note: Mapping[str, Any]) -> Prediction:
        """The prediction that a note of the run keeps."""
        return cls(
            int(note["season"]),
            str(note["measure"]),
            note["says"],
            int(note["percent"]),
            int(note["start"]),
            str(note.get("reason", "")),
        )


class Game:
    """A run with a person in *seat*. *save* is called with the run after each decision; what it raises is kept.

    *ghost* holds the weekly numbers of an earlier run of the same scenario, by measure, to race against.
    """

    def __init__(
        self,
        run: Run,
        *,
        seat: str | None = None,
        save: Callable[[Run], object] | None = None,
        ghost: Mapping[str, Sequence[int]] | None = None,
        speed: int = 1,
    ) -> None:
        self.run = run
        self.seat = seat or run.first_person
        self.ghost = {id: tuple(line) for id, line in (ghost or {}).items()}
        self.speed = speed
        self.save_problem = ""
        self.corrected_week = -1
        self._save = save
        self._shown_light = ""

    @property
    def scenario(self) -> Scenario:
        """The scenario that is played."""
        return self.run.scenario

    @property
    def name(self) -> str:
        """The name of the business in the seat."""
        return next(one.name for one in self.scenario.runners if one.id == self.seat)

    @property
    def view(self) -> View:
        """What the seat may know now; good until the game goes on. A light that was not shown yet uncovers nothing."""
        request = self.request
        if request is None or request.kind != "light" or request.id == self._shown_light:
            return self.run.view(self.seat)
        world = self.run.world
        return UnlitView(world, world.state_of(self.seat).index, Light(request.name))

    def show_light(self) -> None:
        """What the light that is asked about uncovers may be seen from now on."""
        assert self.request is not None, "a light asks as long as it is new"
        self._shown_light = self.request.id

    @property
    def request(self) -> Request | None:
        """The question that is open, if one is."""
        return self.run.open_request

    @property
    def finished(self) -> bool:
        """Whether the horizon has been reached and nothing is asked any more."""
        return self.run.finished and self.request is None

    @property
    def season(self) -> int:
        """The present season, from 0."""
        return self.run.now // WEEK // WEEKS_PER_SEASON

    def advance(self, until: int) -> Request | None:
        """Go on until something is asked, or until that second."""
        return self.run.advance(until=until)

    def answer(self, decision: Decision) -> None:
        """Answer what is asked, and save. Raises `IllegalMove`; then the question stays open."""
        self.run.decide(decision)
        self.save()

    def preview(self, moves: Sequence[Move]) -> Plan:
        """The plan after these moves. Raises `IllegalMove`; nothing happens."""
        return self.run.preview(moves, self.seat)

    def correct(self, moves: Sequence[Move]) -> int:
        """Change the plan at the next 06:00, and save; gives back that second. Raises `ValueError` with a sentence."""
        at = self.run.correct(self.seat, moves)
        self.corrected_week = at // WEEK
        self.save()
        return at

    def predict(self, prediction: Prediction) -> None:
        """Keep a prediction among the notes of the run: it never reaches the simulation."""
        note = {"kind": "prediction", **prediction.__dict__}
        self.run.note(self.seat, note)

    @property
    def predictions(self) -> tuple[Prediction, ...]:
        """The predictions so far, the last said of each season."""
        found = {
            int(note["season"]): Prediction.from_note(note)
            for note in self.run.notes
            if note.get("kind") == "prediction" and note.get("runner") == self.seat
        }
        return tuple(found[season] for season in sorted(found))

    def prediction_of(self, season: int) -> Prediction | None:
        """What was said of a season (from 0), if anything."""
        return next((one for one in self.predictions if one.season == season), None)

    def save(self) -> None:
        """Save, where somebody gave a way to; a folder that cannot be written to is remembered as a sentence."""
        if self._save is None:
            return
        try:
            self._save(self.run)
            self.save_problem = ""
        except OSError as error:
            self.save_problem = error.strerror or str(error)
