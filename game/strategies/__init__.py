"""Who decides: one archetype a file, chance, a script, and the contract that all must fulfil.

In the order of reading: `parameter.py` (how a parameter is declared), `sight.py` (what is read off
a view), `steering.py` (the few moves towards an aim), `temper.py` (how cards are answered),
`archetype.py` (what the characters share), the characters, `registry.py` (by name), `cast.py` (who
plays whom), `check.py` (the contract). What is asked, and what may be known when answering, is in
`game/sim`.
"""

from __future__ import annotations

from game.strategies.cast import cast
from game.strategies.registry import describe, named, names, read, written

__all__ = ["cast", "describe", "named", "names", "read", "written"]
