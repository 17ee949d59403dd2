"""A run: advance until somebody must decide, decide, correct, look, fork. Pure: (scenario, luck, decisions).

Files of runs are in `runfile.py`; how a run is summed up is in `outcome.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Self

from game.sim import engine
from game.sim.agenda import Record
from game.sim.answering import carry_out, check
from game.sim.clock import DAY, MORNING, WEEK, Phase
from game.sim.codec import decision_to_json
from game.sim.decision import Decision, Request
from game.sim.ledger import WhyLine
from game.sim.luck import Luck
from game.sim.outcome import Outcome, outcome_of
from game.sim.plan import Move, Plan
from game.sim.planning import check_moves, legal_part
from game.sim.scenario import Scenario
from game.sim.settlement import seal_of
from game.sim.strategy import Strategy
from game.sim.view import View
from game.sim.world import RunnerState, World

QUIET_WEEKS = 52


class Entry(NamedTuple):
    """A decision that was not the default: when, whose, to which request, what, and who decided."""

    day: int
    runner: str
    request: str
    decision: Decision
    by: str
    plan: Plan | None = None


class StandIns(NamedTuple):
    """How far a fork left the record: requests that were new, vanished or clipped, of those recorded after it."""

    new: int
    vanished: int
    clipped: int
    recorded: int

    @property
    def share(self) -> float:
        """Stand-ins over recorded answers; above 0.3 no sentence is drawn from the fork."""
        return (self.new + self.vanished + self.clipped) / max(1, self.recorded)


class Checkpoint(NamedTuple):
    """A cache of a run at a season's first Monday: never the truth, which is the decisions."""

    season: int
    frozen: engine.Frozen
    entries: int
    answered: int


class Run:
    """One execution of a scenario. *people* are asked through `advance`; everybody else has a strategy.

    *recorded* answers (by request id) come before strategies; *replaying* counts the people's requests to answer from
    the record (or by default) before the people are asked.
    """

    def __init__(
        self,
        scenario: Scenario,
        seed: int = 0,
        *,
        strategies: Mapping[str, Strategy],
        people: Sequence[str] = (),
        luck: Luck | None = None,
        recorded: Mapping[str, Decision] | None = None,
        replaying: int = 0,
        weeks: int | None = None,
        keep_checkpoints: bool = False,
    ) -> None:
        self.scenario = scenario
        self.seed = seed
        self.luck = luck or Luck(((0, seed),))
        self.strategies = dict(strategies)
        self.people = tuple(people)
        self.weeks = weeks or scenario.weeks
        self.entries: list[Entry] = []
        self.notes: list[dict[str, Any]] = []
        self.asked: dict[str, int] = {}
        self.clipped = 0
        self.answered = 0
        self.checkpoints: dict[int, Checkpoint] = {}
        self.open_request: Request | None = None
        self._recorded = dict(recorded or {})
        self._prepared: dict[str, Decision] = {}
        self._replaying = replaying
        self._keep = keep_checkpoints
        self._quiet: World | None = None
        self._view: View | None = None
        self._check_names()
        self.world = engine.build(scenario, self.luck, self.weeks)

    def _check_names(self) -> None:
        known = [runner.id for runner in self.scenario.runners]
        for name in (*self.people, *self.strategies):
            if name not in known:
                raise ValueError(
                    f"{self.scenario.id} has no runner {name}; it has {', '.join(known)}."
                )

    # what happens

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
                request = world.requests[0]
                answer, by = self._automatic(request)
                if answer is None:
                    self.open_request = request
                    return request
                world.requests.popleft()
                self._carry_out(request, answer, by)
            if world.finished or (until is not None and world.agenda.next_time() > until):
                return None
            world.agenda.step()
            if world.at_checkpoint:
                world.at_checkpoint = False
                self._maybe_keep()

    def _automatic(self, request: Request) -> tuple[Decision | None, str]:
        """Who answers without being asked: the record, a strategy, or (while replaying) the default."""
        self.asked.setdefault(request.id, request.day)
        prepared = self._prepared.pop(request.id, None)
        if prepared is not None:
            return self._fitting(request, prepared), "person"
        recorded = self._recorded.get(request.id)
        mine = request.runner in self.people
        if mine and self.answered >= self._replaying and not self._is_silent(request):
            return None, "person"
        if recorded is not None:
            return self._fitting(request, recorded), "record"
        strategy = self.strategies.get(request.runner)
        if strategy is None or mine:
            return request.default, "default"
        decision = strategy.decide(request)
        check(self.world, request, decision)
        return decision, strategy.name

    def _is_silent(self, request: Request) -> bool:
        """People are not asked every Monday whether to go on; they correct when they want to."""
        return request.kind == "week" and not request.name.startswith("day-")

    def _fitting(self, request: Request, decision: Decision) -> Decision:
        """A recorded decision as far as it is still legal here."""
        state = self._state(request.runner)
        if request.kind in ("plan", "week"):
            moves = legal_part(self.world, state, decision.moves)
            self.clipped += int(len(moves) < len(decision.moves))
            return Decision(moves=moves)
        if decision.option in [option.id for option in request.options]:
            return decision
        self.clipped += 1
        return request.default

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
        if request.runner in self.people and not self._is_silent(request):
            self.answered += 1
        if decision != request.default:
            plan = self._state(request.runner).plan if request.kind in ("plan", "week") else None
            self.entries.append(Entry(request.day, request.runner, request.id, decision, by, plan))

    def preview(self, moves: Sequence[Move], runner: str | None = None) -> Plan:
        """The plan after these moves. Raises `IllegalMove`; nothing happens."""
        return check_moves(self.world, self._state(runner or self._first_person()), moves)

    def correct(self, runner: str, moves: Sequence[Move] = ()) -> int:
        """Ask for a week request at the next 06:00, at most one a week; return the second at which it opens.

        With *moves* the request is answered by them when it opens.
        """
        state = self._state(runner)
        if moves:
            check_moves(self.world, state, moves)
        at = (self.now - MORNING) // DAY * DAY + DAY + MORNING
        week = at // WEEK
        if state.corrected_week == week:
            raise ValueError("One correction a week; the next may come on Monday.")
        state.corrected_week = week
        self.world.agenda.put(Record(at, Phase.CORRECTION, state.index, 0, "correction"))
        if moves:
            self._prepared[f"{runner}/week/day-{at // DAY}/{at // DAY}"] = Decision(
                moves=tuple(moves)
            )
        return at

    def finish(self) -> Self:
        """Run to the horizon, answering by default whatever a person would be asked."""
        while request := self.advance():
            self.decide(request.default, by="default")
        return self

    # what can be seen

    def view(self, runner: str) -> View:
        """What *runner* may know now. It is good until the run goes on."""
        self._look_away()
        self._view = View(self.world, self._state(runner).index)
        return self._view

    def _look_away(self) -> None:
        if self._view is not None:
            self._view.close()
            self._view = None

    def timeline(self, runner: str, measure: str) -> list[int]:
        """The value of *measure* at each week's end, without the fog."""
        return self.world.ledger.timeline(self._state(runner).index, measure)

    def why(
        self, runner: str, measure: str, first: int = 0, last: int | None = None
    ) -> tuple[WhyLine, ...]:
        """The causes of what *measure* did in weeks *first* to *last*, without the fog."""
        ledger = self.world.ledger
        return ledger.why(
            self._state(runner).index, measure, first, len(ledger.weeks) if last is None else last
        )

    def outcome(self, runner: str) -> Outcome:
        """Where *runner* stands: measures, sales, yardstick, gait. The yardstick needs the quiet year, once."""
        state = self._state(runner)
        strategy = self.strategies.get(runner)
        played = "person" if runner in self.people else strategy.name if strategy else "record"
        return outcome_of(self.world, self._quiet_world(), state.index, played, self.now // WEEK)

    def _quiet_world(self) -> World | None:
        """The world a quiet year later: no sittings, messages, cards, setbacks; what was built goes on paying."""
        if not self.finished:
            return None
        if self._quiet is None:
            quiet = engine.thaw(engine.freeze(self.world))
            quiet.quiet, quiet.finished = True, False
            ends = (self.weeks + QUIET_WEEKS) * WEEK
            while quiet.agenda.next_time() <= ends:
                quiet.agenda.step()
            self._quiet = quiet
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
        if self._keep:
            season = self.now // WEEK // 13
            frozen = engine.freeze(self.world)
            self.checkpoints[season] = Checkpoint(season, frozen, len(self.entries), self.answered)

    def restart(self, checkpoint: Checkpoint) -> Self:
        """A run that goes on from *checkpoint*, with the same record before it and the same strategies after."""
        twin = self._twin(self.luck, {}, 0)
        twin.world = engine.thaw(checkpoint.frozen)
        twin.entries = self.entries[: checkpoint.entries]
        twin.answered = checkpoint.answered
        twin.checkpoints = {
            season: one for season, one in self.checkpoints.items() if season <= checkpoint.season
        }
        return twin

    def fork(
        self,
        *,
        at: str | Request | None = None,
        week: int | None = None,
        decision: Decision | None = None,
        luck: int | None = None,
        day: int | None = None,
        runner: str | None = None,
    ) -> Fork:
        """The same past and, from a request (*at*) or a *week* on, another *decision* or another *luck* (a seed).

        Recorded answers of the seat hold where the same request with the same option arises; rivals decide anew.
        """
        seat = runner or self._first_person()
        target = at.id if isinstance(at, Request) else at
        if target is None and week is not None:
            kind = "plan" if week % 13 == 0 else "week"
            target = f"{seat}/{kind}/week-{week + 1}/{week * 7}"
        from_day = day if day is not None else int(target.rsplit("/", 1)[1]) if target else 0
        recorded = {entry.request: entry.decision for entry in self.entries if entry.runner == seat}
        if target is not None and decision is not None:
            recorded[target] = decision
        changed = self.luck if luck is None else self.luck.changed(from_day, luck)
        twin = self._twin(changed, recorded, 1 << 30, fork=True)
        assert isinstance(twin, Fork)
        twin.origin, twin.from_day, twin.seat = self, from_day, seat
        return twin

    def _twin(
        self, luck: Luck, recorded: Mapping[str, Decision], replaying: int, *, fork: bool = False
    ) -> Any:
        made = Fork if fork else type(self)
        strategies = self.strategies
        twin = made.__new__(made)
        Run.__init__(
            twin,
            self.scenario,
            self.seed,
            strategies=strategies,
            people=self.people,
            luck=luck,
            recorded=recorded,
            replaying=replaying,
            weeks=self.weeks,
            keep_checkpoints=self._keep,
        )
        return twin

    # odds and ends

    def note(self, runner: str, note: Mapping[str, Any]) -> None:
        """Keep a note (goals in words, predictions, reasons): it goes into the file and never into the simulation."""
        self.notes.append({"day": self.now // DAY, "runner": runner, **note})

    def _state(self, runner: str) -> RunnerState:
        for state in self.world.runners:
            if state.definition.id == runner:
                return state
        raise ValueError(
            f"There is no runner {runner}; there are {', '.join(r.id for r in self.scenario.runners)}."
        )

    def _first_person(self) -> str:
        return self.people[0] if self.people else self.scenario.seat


class Fork(Run):
    """A run that shares another's past. It says how far it left the record."""

    origin: Run
    from_day: int
    seat: str

    @property
    def stand_ins(self) -> StandIns:
        """Requests answered without, against or beside the record, after the fork."""
        after = {
            entry.request
            for entry in self.origin.entries
            if entry.runner == self.seat and entry.day > self.from_day
        }
        asked = {
            id
            for id, day in self.asked.items()
            if id.startswith(f"{self.seat}/") and day > self.from_day
        }
        before = {id for id in self.origin.asked if id.startswith(f"{self.seat}/")}
        return StandIns(len(asked - before), len(after - asked), self.clipped, len(after))
