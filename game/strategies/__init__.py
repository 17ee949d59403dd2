"""Who decides: one archetype a file, chance, a script, and the contract that all must fulfil.

In the order of reading: `parameter.py` (how a parameter is declared), `sight.py` (what is read off a view),
`steering.py` (the few moves towards an aim), `temper.py` (how cards are answered), `archetype.py` (what the
characters share); the characters: `tortoise`, `hare`, `adaptive`, `get_it`, `traditional`, `connector`, `collector`,
`braggart`, `flitter`, `shouter`, `wallflower`, `running_with_scissors`; `chance` and `scripted`, which have no
character; `sheet.py`, `telling.py` and `rules.py` (a strategy written down as rules); `registry.py` (by name),
`cast.py` (who plays whom), `runs.py` (runs whose runners are cast by name), `check.py` (the contract). What is asked,
and what may be known when answering, is in `game/sim`.
"""

from __future__ import annotations

from game.strategies.cast import cast
from game.strategies.registry import describe, named, names, read, written

__all__ = ["cast", "describe", "named", "names", "read", "written"]
