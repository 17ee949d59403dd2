"""Headless studies: many runs, laid side by side. No window, and nothing that a player sees while playing.

In the order of reading: `replaying.py` (a run out of its file), `story.py` (what a file tells without being played),
`replication.py` (one run of a study), `workers.py` (runs on all cores), `interval.py` (how sure a mean is),
`comparison.py` (strategies under the same luck), `spreadsheet.py` and `plot.py` (rows and pictures of a comparison),
`table.py` (columns of text). What a run is lives in `game/sim`; the telling of one run to its player, in
`game/debrief`.
"""
