"""The preview for authors: the scenario file one edits, as players will see it.

`stage` (a dialog as a part of a screen), `pages` (what there is to see), `problems` (what is wrong, as `longrace check`
says it), `screen`. The file is watched by `game/play/watched_scenario.py`.
"""
