"""The model number: raised whenever the same scenario, luck and decisions give another outcome.

A run file of another number opens as a story, read-only; the committed outcomes are in `tests/baselines`.
"""

from __future__ import annotations

MODEL = 2
