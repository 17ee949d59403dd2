"""A run: advance until somebody must decide, decide, correct, look, fork. Pure: (scenario, luck, decisions).

What was decided stands in `history.py`, what is answered without a person in `replies.py`; other runs made from one are
in `fork.py`, files of runs in `runfile.py`; how a run is summed up is in `outcome.py`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from game.sim import engine, fork, saving
from game.sim.agenda import Record
from game.sim.answering import carry_out, check
from game.sim.checkpoint import Checkpoint, freeze, thaw
from game.sim.clock import DAY, MORNING, WEEK, WEEKS_PER_SEASON, Phase
from game.sim.codec import decision_to_json
from game.sim.decision import Decision, Request
from game.sim.declared import check_again
from game.sim.fork import Origin, StandIns
from game.sim.history import Correction, Entry, History
from game.sim.ledger import WhyLine
from game.sim.limits import WEEKS, whole_within
from game.sim.luck import Luck
from game.sim.outcome import Outcome, outcome_of
from game.sim.plan import Move, Plan
from game.sim.planning import check_moves
from game.sim.quiet_year import a_quiet_year_on
from game.sim.replies import Replies
from game.sim.scenario import Scenario
from game.sim.settlement import seal_of
from game.sim.strategy import Strategy
from game.sim.view import View
from game.sim.world import World


class Run:
    """One execution of a scenario. *people* are asked through `advance`; everybody else has a strategy.

    With a *history* its requests are answered from it first; after them, the recorded answers of those whom it
    *follows* hold as far as they still fit. It begins with *world* where one is given, else with a new one.
    Checkpoints are kept of every season, or of each so many seasons only where *keep_checkpoints* is such a number.
    """

    def __init__(
        self,
        scenario: Scenario,
        seed: int = 0,
        *,
        strategies: Mapping[str, Strategy],
        people: Sequence[str] = (),
        luck: Luck | None = None,
        history: History | None = None,
        follows: Iterable[str] = (),
        weeks: int | None = None,
        keep_checkpoints: bool | int = False,
        world: World | None = None,
    ) -> None:
        check_again(scenario)
        self.scenario = scenario
        self.luck = luck or Luck(((0, seed),))
        self.strategies = dict(strategies)
        self.people = tuple(people)
        self.weeks = scenario.weeks if weeks is None else whole_within("weeks", weeks, WEEKS)
        self.entries: list[Entry] = []
        self.corrections: list[Correction] = []
        self.notes: list[dict[str, Any]] = []
        self.asked: dict[str, int] = {}
        self.answered = 0
        self.checkpoints: dict[int, Checkpoint] = {}
        self.open_request: Request | None = None
        self.origin: Origin | None = None
        self.replies = Replies(history or History(), follows)
        self._keep = int(keep_checkpoints)
        self._quiet: World | None = None
        self._view: View | None = None
        self._check_names()
        self.world = world or engine.build(scenario, self.luck, self.weeks)
        for correction in self.replies.past.corrections:
            self._await_correction(correction)

    def _check_names(self) -> None:
        known = [runner.id for runner in self.scenario.runners]
        for name in (*self.people, *self.strategies):
            if name not in known:
                raise ValueError(
                    f"{self.scenario.id} has no runner {name}; it has {', '.join(known)}."
                )

    # what happens

    @property
    def seed(self) -> int:
        """The luck of the first day."""
        return self.luck.seed_on(0)

    @property
    def now(self) -> int:
        """The present second."""
        return self.world.now

    @property
    def finished(self) -> bool:
        """Whether the horizon has been reached."""
        return self.world.finished and not self.world.requests

    def advance(self, until: int | None = None) -> Request | None:
        """Simulate until a person must decide (and return the request), until second *until*, or to the end."""
        self._look_away()
        if self.open_request is not None:
            return self.open_request
        world = self.world
        while True:
            while world.requests:
                if not self._answer_first():
                    return self.open_request
            if world.finished or (until is not None and world.agenda.next_time() > until):
                return None
            self._step()

    def retrace(self, until: int | None = None) -> Self:
        """Go through the history that the run was made with, to the very point where it stops, or to second *until*."""
        world = self.world
        while world.requests or not world.finished:
            if world.requests:
                if self.answered >= self.replies.past.answered:
                    break
                self._answer_first()
            elif self._is_past(world.agenda.next_time(), until):
                self._step()
            else:
                break
        return self

    def _is_past(self, second: float, until: int | None) -> bool:
        told = self.answered < self.replies.past.answered or second <= self.replies.past.reached
        return told and (until is None or second <= until)

    def _step(self) -> None:
        self.world.agenda.step()
        if self.world.at_checkpoint:
            self.world.at_checkpoint = False
            self._maybe_keep()

    def _answer_first(self) -> bool:
        """Let the first request be answered; false where a person has to, who is asked by it now."""
        request = self.world.requests[0]
        self.asked.setdefault(request.id, request.day)
        reply = self.replies.reply(
            self.world,
            request,
            answered=self.answered,
            is_person=request.runner in self.people,
            strategy=self.strategies.get(request.runner),
        )
        if reply is None:
            self.open_request = request
            return False
        self.world.requests.popleft()
        self._carry_out(request, reply.decision, reply.by)
        return True

    def decide(self, decision: Decision, *, by: str = "person") -> None:
        """Answer the open request. Raises `IllegalMove` or `ValueError`; then the request stays open."""
        if self.open_request is None:
            raise RuntimeError("Nothing is asked at the moment; call advance() first.")
        check(self.world, self.open_request, decision)
        request, self.open_request = self.open_request, None
        self.world.requests.popleft()
        self._carry_out(request, decision, by)

    def _carry_out(self, request: Request, decision: Decision, by: str) -> None:
        self._look_away()
        carry_out(self.world, request, decision)
        request.view.close()
        self.answered += 1
        if decision != request.default:
            state = self.world.state_of(request.runner)
            plan = state.plan if request.kind in ("plan", "week") else None
            self.entries.append(Entry(request.day, request.runner, request.id, decision, by, plan))

    def preview(self, moves: Sequence[Move], runner: str | None = None) -> Plan:
        """The plan after these moves. Raises `IllegalMove`; nothing happens."""
        return check_moves(self.world, self.world.state_of(runner or self.first_person), moves)

    def correct(self, runner: str, moves: Sequence[Move] = ()) -> int:
        """Ask for a week request at the next 06:00, at most one a week; return the second at which it opens.

        With *moves* the request is answered by them when it opens.
        """
        state = self.world.state_of(runner)
        if moves:
            check_moves(self.world, state, moves)
        at = (self.now - MORNING) // DAY * DAY + DAY + MORNING
        week = at // WEEK
        if state.corrected_week == week:
            raise ValueError("One correction a week; the next may come on Monday.")
        self._await_correction(Correction(runner, at, tuple(moves)))
        return at

    def _await_correction(self, correction: Correction) -> None:
        """Let a week request open; one that is past already only counts."""
        state, at = self.world.state_of(correction.runner), correction.opens
        self.corrections.append(correction)
        state.corrected_week = max(state.corrected_week, at // WEEK)
        if at < self.now:
            return
        self.world.agenda.put(Record(at, Phase.CORRECTION, state.index, 0, "correction"))
        if correction.moves:
            request = f"{correction.runner}/week/day-{at // DAY}/{at // DAY}"
            self.replies.prepare(request, Decision(moves=correction.moves))

    def finish(self) -> Self:
        """Run to the horizon, answering by default whatever a person would be asked."""
        while request := self.advance():
            self.decide(request.default, by="default")
        return self

    # what can be seen

    def view(self, runner: str) -> View:
        """What *runner* may know now. It is good until the run goes on."""
        self._look_away()
        self._view = View(self.world, self.world.state_of(runner).index)
        return self._view

    def _look_away(self) -> None:
        if self._view is not None:
            self._view.close()
            self._view = None

    def timeline(self, runner: str, measure: str) -> list[int]:
        """The value of *measure* at each week's end, without the fog."""
        return self.world.ledger.timeline(self.world.state_of(runner).index, measure)

    def why(
        self, runner: str, measure: str, first: int = 0, last: int | None = None
    ) -> tuple[WhyLine, ...]:
        """The causes of what *measure* did in weeks *first* to *last*, without the fog."""
        ledger = self.world.ledger
        return ledger.why(
            self.world.state_of(runner).index,
            measure,
            first,
            len(ledger.weeks) if last is None else last,
        )

    def outcome(self, runner: str) -> Outcome:
        """Where *runner* stands: measures, sales, yardstick, gait. The yardstick needs the quiet year, once."""
        index = self.world.state_of(runner).index
        played = self.played_by(runner)
        return outcome_of(self.world, self._quiet_world(), index, played, self.now // WEEK)

    def played_by(self, runner: str) -> str:
        """Who decides for *runner*: `person`, a strategy's name, or `record` where neither is at hand."""
        if runner in self.people:
            return "person"
        strategy = self.strategies.get(runner)
        return strategy.name if strategy else "record"

    def _quiet_world(self) -> World | None:
        """The world a quiet year later: no sittings, messages, cards, setbacks; what was built goes on paying."""
        if not self.finished:
            return None
        if self._quiet is None:
            self._quiet = a_quiet_year_on(self.world)
        return self._quiet

    @property
    def digest(self) -> str:
        """SHA-256 over the record, the state and the decisions so far: equal on every machine."""
        seal = hashlib.sha256(seal_of(self.world))
        for entry in self.entries:
            seal.update(repr((entry.day, entry.request, decision_to_json(entry.decision))).encode())
        return seal.hexdigest()

    # other runs from this one

    def checkpoint(self) -> Checkpoint:
        """The latest checkpoint: the run as it stood at this season's first Monday. Needs `keep_checkpoints`."""
        if not self.checkpoints:
            raise RuntimeError("No checkpoint was kept; make the run with keep_checkpoints=True.")
        return self.checkpoints[max(self.checkpoints)]

    def _maybe_keep(self) -> None:
        season = self.now // WEEK // WEEKS_PER_SEASON
        if self._keep and season % self._keep == 0:
            frozen = freeze(self.world)
            self.checkpoints[season] = Checkpoint(season, frozen, len(self.entries), self.answered)

    def restart(self, checkpoint: Checkpoint) -> Self:
        """The same run, gone on with from *checkpoint*: what was decided after it holds."""
        return self.twin(history=self.history, checkpoint=checkpoint.season)

    def fork(
        self,
        *,
        at: str | Request | None = None,
        week: int | None = None,
        season: int | None = None,
        decision: Decision | None = None,
        luck: int | None = None,
        day: int | None = None,
        strategies: Mapping[str, Strategy | str] | None = None,
        runner: str | None = None,
    ) -> Self:
        """The same past and, from a request (*at*, or the Monday of a *week* or *season* from 0) on, one thing changed.

        That is another *decision* there, other *strategies*, or another *luck* (a seed) from *day* or from the day
        after the request. The recorded answers of *runner* (by default the seat) and of people hold where the same
        request with the same option arises; the others decide anew. Without a request it is the whole run again.
        Raises `ValueError` for a request that was never asked, and later what *decision* raises if it is illegal.
        """
        return fork.fork(
            self, at=at, week=week, season=season, decision=decision, luck=luck, day=day, strategies=strategies,
            runner=runner,
        )  # fmt: skip

    @property
    def stand_ins(self) -> StandIns:
        """How far this fork left the record of the run it was made from. Raises `RuntimeError` if it is no fork."""
        return fork.stand_ins(self)

    def strategy(self, given: Strategy | str) -> Strategy:
        """The strategy that is *given*. Names are known further up; raises `ValueError` for one that is not."""
        if isinstance(given, str):
            raise ValueError(f"Only a run made with names knows who {given!r} is.")
        return given

    @property
    def history(self) -> History:
        """What was decided so far, and how far the run went."""
        world = self.world
        # Within an instant, only a question is a place to stop: what else happens then is still to come.
        whole = world.finished or world.requests or world.agenda.next_time() > self.now
        reached = self.now if whole else self.now - 1
        return History(tuple(self.entries), tuple(self.corrections), self.answered, reached)

    def twin(
        self,
        *,
        history: History,
        luck: Luck | None = None,
        strategies: Mapping[str, Strategy] | None = None,
        follows: Iterable[str] = (),
        checkpoint: int | None = None,
    ) -> Self:
        """A run of the same scenario with this *history*, gone on with from the *checkpoint* of a season if given."""
        twin = type(self).__new__(type(self))
        Run.__init__(
            twin,
            self.scenario,
            strategies=self.strategies | dict(strategies or {}),
            people=[person for person in self.people if person not in (strategies or {})],
            luck=luck or self.luck,
            history=history,
            follows=follows,
            weeks=self.weeks,
            keep_checkpoints=self._keep,
            world=None if checkpoint is None else thaw(self.checkpoints[checkpoint].frozen),
        )
        if checkpoint is not None:
            twin._go_on_from(self, checkpoint)  # noqa: SLF001 - one of ours
        return twin

    def _go_on_from(self, other: Self, season: int) -> None:
        """Take the state of *other* at the checkpoint of *season*, under our own luck."""
        checkpoint = other.checkpoints[season]
        self.world.luck = self.luck
        self.entries = other.entries[: checkpoint.entries]
        self.answered = checkpoint.answered
        self.asked = dict(list(other.asked.items())[: self.answered])
        self.checkpoints = {
            number: one for number, one in other.checkpoints.items() if number <= season
        }

    # what is kept

    def save(self, path: str | Path) -> None:
        """Write the run to *path*: all of it or nothing. Raises `OSError`; then what stood there stands there still."""
        saving.save(self, Path(path), self.written_strategies())

    def written_strategies(self) -> dict[str, dict[str, Any]]:
        """How each runner's strategy is written down, by runner. One that does not ship is only named."""
        return {
            runner: {
                "name": one.name,
                "foreign": f"{type(one).__module__}.{type(one).__qualname__}",
            }
            for runner, one in self.strategies.items()
        }

    def note(self, runner: str, note: Mapping[str, Any]) -> None:
        """Keep a note (goals in words, predictions, reasons): it goes into the file and never into the simulation.

        Raises `ValueError` for what cannot stand in a file.
        """
        self.world.state_of(runner)
        try:
            kept = json.loads(json.dumps(dict(note), allow_nan=False))
        except (TypeError, ValueError) as error:
            raise ValueError(
                f"A note is made of words, numbers, lists and objects: {error}."
            ) from error
        self.notes.append({**kept, "day": self.now // DAY, "runner": runner})

    @property
    def first_person(self) -> str:
        """The runner that the first person plays; the scenario's seat where nobody does."""
        return self.people[0] if self.people else self.scenario.seat
