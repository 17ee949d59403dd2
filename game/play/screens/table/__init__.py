"""The table of play: the week's plan, the party, the race, what people say; cards and the reveal over it.

In reading order: `screen` (what happens when), `arrangement` (how the parts stand), `renewal` (how a week comes onto
it), `pace` (how fast weeks pass); `planner`, `desk` (the plan being changed), `plan_panel`, `care_knob`, `guessing`,
`orders_page`; `top_bar`, `party`, `crowd`, `legend`, `numbers`, `voices_card`, `lanes`; the dialogs `card_dialog`,
`reveal_dialog` (opened by `unveiling`), `light_dialog` (opened by `dawning`), `guest_dialog`, `adjust_dialog`. Who
plays for the first time is taught by `coach`, from `lessons`. What all of them show is made in
`game/play/presenters`.
"""

from game.play.screens.table.screen import TableScreen

__all__ = ["TableScreen"]
