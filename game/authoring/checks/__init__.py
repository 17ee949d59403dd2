"""What the models cannot know of a scenario: one check a file, each a function of the case.

A check reports and returns nothing; it may find half of what it looks at missing. Its name says
what it is about. To add one, write a file and put it into `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.authoring.case import Case
from game.authoring.checks.acts import check_acts
from game.authoring.checks.agendas import check_agendas
from game.authoring.checks.alike import check_alike
from game.authoring.checks.always import check_always
from game.authoring.checks.calendar import check_calendar
from game.authoring.checks.choices import check_choices
from game.authoring.checks.conditions import check_conditions
from game.authoring.checks.dead_ends import check_dead_ends
from game.authoring.checks.difference import check_difference
from game.authoring.checks.endings import check_endings
from game.authoring.checks.expectations import check_expectations
from game.authoring.checks.goals import check_goal_words, check_goals
from game.authoring.checks.hoods import check_hoods
from game.authoring.checks.identity import check_identity
from game.authoring.checks.idle_keys import check_idle_keys
from game.authoring.checks.kinds import check_kinds
from game.authoring.checks.lights import check_lights
from game.authoring.checks.merit import check_merit
from game.authoring.checks.missing import check_missing
from game.authoring.checks.pronouns import check_pronouns
from game.authoring.checks.reachable import check_reachable
from game.authoring.checks.reading import check_reading
from game.authoring.checks.reasons import check_reasons
from game.authoring.checks.references import check_references
from game.authoring.checks.scales import check_scales
from game.authoring.checks.seat import check_seat
from game.authoring.checks.slots import check_slots
from game.authoring.checks.strategies import check_strategies
from game.authoring.checks.texts import check_texts
from game.authoring.checks.together import check_together
from game.authoring.checks.week import check_week

CHECKS: tuple[Callable[[Case], None], ...] = (
    check_identity,
    check_alike,
    check_references,
    check_conditions,
    check_strategies,
    check_goals,
    check_kinds,
    check_week,
    check_seat,
    check_calendar,
    check_choices,
    check_acts,
    check_reachable,
    check_together,
    check_always,
    check_scales,
    check_texts,
    check_slots,
    check_hoods,
    check_goal_words,
    check_pronouns,
    check_endings,
    check_expectations,
    check_missing,
    check_dead_ends,
    check_difference,
    check_idle_keys,
    check_merit,
    check_lights,
    check_reading,
    check_reasons,
    check_agendas,
)

TEXT_CHECKS: tuple[Callable[[Case], None], ...] = (
    check_alike,
    check_texts,
    check_slots,
    check_hoods,
    check_goal_words,
    check_pronouns,
    check_merit,
)
"""Those that ask about words alone, and so hold for any language."""
