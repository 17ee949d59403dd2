"""Who knows whom."""

from __future__ import annotations

from game.sim.parameters.base import Group, number


class Network(Group):
    """Ties between people, and their audience outside the market."""

    near_ties: float = number(
        7.0, "people", 0, 30, "contacts in the neighbourhood, of a person of median sociability"
    )
    sociability: float = number(0.5, "sigma", 0, 1.5, "spread of sociability (log-normal)")
    far_ties: int = number(
        3, "ties", 0, 20, "contacts beyond the neighbourhood that one picks, at most"
    )
    audience: float = number(
        60.0, "people", 0, 1000, "median audience outside the market of what one passes on", "K4"
    )
    audience_spread: float = number(
        2.6, "sigma", 0, 4, "spread of that audience (log-normal)", "K4"
    )
    needs_spread: float = number(0.45, "sigma", 0, 2, "spread of how often people need something")
