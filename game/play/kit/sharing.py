"""Sharing out a length among those who ask for parts of it: wishes first, then growth; too little shrinks to the least.

What is measured and placed by it is in `layout.py`.
"""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """Who asks for a share of a length: pixels at least, pixels wished for, weight in growth.

    Who yields gives up all that can be spared before others give up anything.
    """

    least: int
    wish: int
    grow: float
    yields: bool = False


def share_out(total: int, parts: list[Part]) -> list[int]:
    """Divide a length: wishes first, then growth by weight; too little shrinks to the least."""
    sizes = [part.least if part.grow else part.wish for part in parts]
    if sum(sizes) > total:
        sizes = _shrunk(sizes, parts, sum(sizes) - total, yielding=True)
    if sum(sizes) > total:
        return _shrunk(sizes, parts, sum(sizes) - total, yielding=False)
    return _grown(total, sizes, parts)


def _shrunk(sizes: list[int], parts: list[Part], missing: int, *, yielding: bool) -> list[int]:
    slack = [
        size - part.least if part.yields or not yielding else 0
        for size, part in zip(sizes, parts, strict=True)
    ]
    spare = sum(slack)
    if spare <= 0:
        return sizes
    taken = min(missing, spare)
    cuts = [taken * one // spare for one in slack]
    for place in range(taken - sum(cuts)):
        open_ones = [i for i, one in enumerate(slack) if one > cuts[i]]
        cuts[open_ones[place % len(open_ones)]] += 1
    return [size - cut for size, cut in zip(sizes, cuts, strict=True)]


def _grown(total: int, sizes: list[int], parts: list[Part]) -> list[int]:
    growing = {i for i, part in enumerate(parts) if part.grow}
    sizes = sizes[:]
    while growing:
        room = total - sum(size for i, size in enumerate(sizes) if i not in growing)
        weight = sum(parts[i].grow for i in growing)
        stuck = {i for i in growing if room * parts[i].grow / weight < parts[i].least}
        if not stuck:
            edge, used = 0.0, 0
            for i in sorted(growing):
                edge += room * parts[i].grow / weight
                sizes[i] = round(edge) - used
                used += sizes[i]
            break
        for i in stuck:
            sizes[i] = parts[i].least
        growing -= stuck
    return sizes
