"""Setbacks: what makes them likely, and what they do."""

from __future__ import annotations

from typing import ClassVar

from game.sim.parameters.base import AtMost, Group, number


class Hazards(Group):
    """Setbacks: what makes them likely. Chances a day."""

    RULES: ClassVar[tuple[AtMost, ...]] = (
        AtMost("answered_days", "spread_days", "an answer never makes the talk longer"),
        AtMost(
            "responsibility_spread",
            "responsibility_deviation",
            "setbacks of one kind are no more unlike than all of them",
        ),
    )

    sour_review: float = number(
        0.0025,
        "chance",
        0,
        0.2,
        "per day, at five customers a week of whom 12 in 100 are served badly",
    )
    slip: float = number(0.0005, "chance", 0, 0.2, "per post a day, at normal care")
    claim_found_out: float = number(
        0.0055,
        "chance",
        0,
        0.2,
        "per day with the boldest claims, where very many follow (half of it at 400)",
    )
    machine_talk: float = number(
        0.006,
        "chance",
        0,
        0.2,
        "per day with automatic direct messages, where very many follow (half of it at 400)",
    )
    delegate_slip: float = number(
        0.012, "chance", 0, 0.2, "per day when delegated to the hastiest without expectations"
    )
    silence: float = number(
        0.006, "chance", 0, 0.2, "per day for each ten messages that wait over a day"
    )
    rumour: float = number(0.0012, "chance", 0, 0.2, "per day, bad luck alone, where 400 follow")
    broken_promise: float = number(
        0.03, "chance", 0, 0.5, "per day while a promise about the list is broken"
    )
    fuse_days: float = number(12.0, "days", 1, 90, "days from the first sign to the spark")
    mended_early: float = number(
        0.75, "share", 0, 1, "chance of the spark taken away by mending the cause in time"
    )
    spread: float = number(
        0.07, "chance", 0, 1, "chance on the first day that a follower hears of it, blame aside"
    )
    virulence_spread: float = number(
        0.8, "sigma", 0, 3, "spread of luck in how far a setback is talked of (log-normal)", "S7"
    )
    talk_half_life_days: float = number(
        4.0, "days", 0.5, 60, "days after which half as many hear of it in a day"
    )
    spread_days: int = number(14, "days", 1, 90, "days that it is talked of, unanswered")
    answered_days: int = number(3, "days", 1, 90, "days that it is talked of after an answer")
    upset: float = number(0.40, "share", 0, 1, "those who hear of it and stop following at once")
    damage_trust: float = number(
        0.38, "evidence", 0, 10, "evidence against, for each standard deviation of severity"
    )
    damage_liking: float = number(
        0.06, "liking", 0, 1, "liking lost for each standard deviation of severity"
    )
    severity: float = number(
        1.5, "deviations", 0, 10, "how hard a usual setback is taken, without an answer"
    )
    responsibility_weight: float = number(
        0.54, "deviations", 0, 2, "harm by a deviation of responsibility", "S5"
    )
    responsibility_mean: float = number(
        0.50, "share", 0, 1, "usual responsibility (clusters 0.2, 0.5, 0.3)", "S5 (clusters)"
    )
    responsibility_deviation: float = number(
        0.29, "share", 0.01, 1, "deviation of responsibility among setbacks", "S5 (clusters)"
    )
    responsibility_spread: float = number(
        0.10, "share", 0, 0.5, "deviation of responsibility within a kind"
    )
    match_weight: float = number(
        0.23, "deviations", 0, 2, "harm taken off by a deviation of match", "S5"
    )
    match_deviation: float = number(
        0.50, "share", 0.05, 2, "deviation of match where half of the answers match", "S5, S6"
    )
    personal_weight: float = number(
        0.81, "deviations", 0, 2, "difference between people in how they take it", "S5"
    )
    lasting: float = number(
        0.69, "chance", 0, 1, "chance that a setback leaves lasting harm", "S7 (0.40/0.58)"
    )
    lasting_share: float = number(
        0.78, "share", 0, 1, "harm that lasts, where a setback leaves lasting harm"
    )
    quick_half_life_days: float = number(
        21.0, "days", 1, 365, "half-life of the harm that heals by itself"
    )
    calm: float = number(
        1.5, "ratio", 1, 10, "talk divided by, for an answer of empathy or explanation", "S8 (sign)"
    )
    fuel: float = number(
        0.9, "ratio", 0.2, 1, "talk divided by, for compensation offered on the first day", "S8"
    )
    repeated: float = number(
        0.5, "share", 0, 1, "match left of an answer given in the same words as before", "S8 (sign)"
    )
    repeated_days: float = number(365.0, "days", 7, 3000, "days that the same words are recalled")
    denial_found_out: float = number(
        0.02, "chance a day", 0, 0.5, "hazard that a denied true charge comes out", "S6"
    )
    guilty: float = number(
        0.25, "share", 0, 1, "responsibility from which on a charge is true enough to come out"
    )
    near_misses: float = number(10.0, "ratio", 0, 100, "near misses for each setback")
    near_miss_seen: float = number(
        0.5, "chance", 0, 1, "near misses noticed with four hours of listening a week or more"
    )
    near_miss_cut: float = number(0.30, "share", 0, 1, "hazard taken off by one that was noticed")
    near_miss_days: float = number(180.0, "days", 1, 2000, "days that it is remembered")
    repair_cut: float = number(0.50, "share", 0, 1, "hazard taken off by repairing the cause")
    repair_days: float = number(365.0, "days", 1, 2000, "days that a repaired cause stays repaired")
    delay_halves_days: float = number(
        3.0, "days", 0.2, 60, "days after which an answer is worth half"
    )
    warm_breach: float = number(
        0.15, "factor", 0, 0.5, "hurt over a breach, added for each step nearer to a personal voice"
    )
    resurface: float = number(
        0.1, "a year", 0, 5, "rate at which an old setback is found again", "S7 (order)"
    )
    resurface_share: float = number(
        0.3, "share", 0, 1, "harm of an old setback found again, of the first", "S7 (order)"
    )
