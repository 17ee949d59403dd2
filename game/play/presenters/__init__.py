"""Presenters: from a view to words, numbers and colour names as plain data. Nothing here draws or imports pygame.

In reading order: `wording` and `weeks` (names of measures, causes, times), `glossary` (the game's words), `cast` (who
plays along by name), `gauges`, `levers`, `places`, `conditions`, `draft` (the plan being changed and the fewest moves
that make it); `room` (who stands where), with `floor`, `doors`, `manners`, `people` (what they did) and `guest` (one
of them); `race`, `cards`, `lightbulb`, `prediction` (the player's own guess), `reveal` with `causes`, `snapshot` (all
of it at one moment). A finished run: `account`, of `chronicle`, `aftermath`, `endings`, `written_endings`, `tale`,
`standings`, `gaits`, `deciders` and `calibration`. Looking back: `reel`, `answers`, `comparison`. For authors:
`backstage`, `ending_preview`. The screens that show this are next door in `game/play/screens`.
"""
