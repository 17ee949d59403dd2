"""Headless studies: many runs, laid side by side. No window, and nothing that a player sees while playing.

In the order of reading: `replaying.py` (a run out of its file), `story.py` (what a file tells without being played),
`replication.py` (one run of a study), `workers.py` (runs on all cores), `interval.py` (how sure a mean is),
`table.py` (columns of text), `comparison.py` (strategies under the same luck), `spreadsheet.py` and `plot.py` (its
rows, its pictures), `scenario_tests.py`, `why_card.py` and `why_table.py` (what an author asks of a scenario),
`balance` (whether it is fair), `observables` (what the model reports about itself), `calibration.py`,
`calibration_report.py` and `fitting.py` (the model against the world), `falsifiers` (what could prove it wrong),
`document.py` (tables of the documents), `made_by.py` (whether a report is stale). What a run is lives in `game/sim`;
the telling of one run to its player, in `game/play/presenters`.
"""
