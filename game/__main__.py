"""`python -m game`: the same as the command `longrace`, which lives in `cli`."""

from __future__ import annotations

from game.cli import main

if __name__ == "__main__":
    main()
