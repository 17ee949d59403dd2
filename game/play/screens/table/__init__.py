"""The table of play: the week's plan, the party, the race, what people say; cards and the reveal over it.

In reading order: `screen` (what happens when), `arrangement` (how the parts stand), `pace` (how fast weeks pass),
`desk` (the plan being changed), `top_bar`, `plan_panel`, `guessing`, `party`, `numbers`, `voices_card`, `lanes`, and
the dialogs `card_dialog`, `reveal_dialog` (opened by `unveiling`), `adjust_dialog`. Who plays for the first time is
taught by `coach`, from `lessons`. What all of them show is made in `game/play/presenters`.
"""

from game.play.screens.table.screen import TableScreen

__all__ = ["TableScreen"]
