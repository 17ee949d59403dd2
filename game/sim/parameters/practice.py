"""The owner: skill, energy, and what is understood."""

from __future__ import annotations

from game.sim.parameters.base import Group, number


class Practice(Group):
    """Skill, tiredness and study."""

    starting_skill: float = number(0.25, "skill", 0, 1, "skill of a beginner, of 1")
    learning: float = number(0.25, "exponent", 0, 1, "exponent of the practice curve", "T8")
    transfer: float = number(0.5, "share", 0, 1, "experience that carries over to another place")
    knack: float = number(
        0.08, "share", 0, 0.5, "quality gained or lost by views of the trade all right or all wrong"
    )
    copying: float = number(
        0.10,
        "chance a week",
        0,
        1,
        "of taking over what is commonly done in a matter, while watching",
        "T5 (order)",
    )
    common: float = number(
        0.30,
        "chance a week",
        0,
        1,
        "that what is commonly done follows those who do it better",
        "T5 (order)",
    )
    trying: float = number(
        0.01,
        "chance an hour",
        0,
        1,
        "of finding out what is right in a matter, by study or trying out",
    )
    at_start: float = number(
        2.0, "units", 0, 100, "experience on the places where one is at the start"
    )
    success: float = number(
        1.0, "units", 0, 10, "experience in an own post that was noticed", "T7 (sign)"
    )
    failure: float = number(
        0.3, "units", 0, 10, "experience in an own post that was not", "T7 (sign)"
    )
    failures_at_most: int = number(
        8,
        "failures a week",
        0,
        1000,
        "failures in a week from which something is learned; more discourage (T7)",
    )
    others_failure: float = number(
        0.5, "units", 0, 10, "experience a week in watching somebody in trouble", "T7 (sign)"
    )
    others_success: float = number(
        0.2, "units", 0, 10, "experience a week in watching somebody who does more", "T7 (sign)"
    )
    convincing: float = number(
        1.25,
        "ratio",
        1,
        10,
        "sales of a year over the last that turn a traditional partner into a get-it",
    )
    falling: float = number(
        0.95, "ratio", 0, 1, "sales of a year over the last below which a partner sees them fall"
    )
    burnt_setbacks: int = number(
        2,
        "setbacks a year",
        1,
        100,
        "setbacks in a year that turn a get-it partner traditional, where sales fall too",
    )
    change_loss: float = number(0.01, "share", 0, 0.5, "practice lost with each change of plan")
    change_minutes: float = number(20.0, "minutes", 0, 300, "attention that a change of plan takes")


class Energy(Group):
    """Load, rest and burnout."""

    drain: float = number(
        0.020, "a day", 0, 0.5, "drain at twice the load that can be borne", "T9 (order)"
    )
    rest: float = number(
        0.006, "a day", 0, 0.5, "gain with the usual rest, below the load that can be borne"
    )
    crisis: float = number(0.03, "each", 0, 0.5, "drain of a setback that strikes")
    tired: float = number(0.40, "energy", 0, 1, "energy below which quality falls and slips double")
    burnout: float = number(
        0.0017, "chance a day", 0, 0.2, "chance of burning out, below half of that", "T9"
    )
    weeks_away: int = number(4, "weeks", 1, 26, "weeks away after burning out")


class Insight(Group):
    """The lights: evidence, reflection and habit."""

    evidence: int = number(
        30, "cases", 1, 1000, "cases in one's own record until a runner is puzzled"
    )
    reflect_minutes: float = number(
        240.0, "minutes", 5, 2000, "study (or twice as much listening) until the light is lit"
    )
    habit_weeks: int = number(6, "weeks", 1, 52, "weeks of acting on it until it is a habit")
    habit_gain: float = number(0.06, "share", 0, 0.5, "gain in quality of practice for each habit")
