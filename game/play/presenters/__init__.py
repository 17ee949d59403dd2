"""Presenters: from a view to words, numbers and colour names as plain data. Nothing here draws or imports pygame.

In reading order: `wording` (names of measures, causes, times), `gauges`, `levers`, `draft` (the plan being changed and
the fewest moves that make it), `room` (who stands where), `people` (what they did), `race`, `cards`, `forecast` (the
player's own), `reveal`. The screens that show this are next door in `game/play/screens`.
"""
