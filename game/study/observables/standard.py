"""The standard places of the measurements: four kinds with the literature's half-lives, reach and yield (K1, K12)."""

from __future__ import annotations

from game.sim.place import Place

HOURS_IN_YEAR = 8766.0

MICROBLOG = Place(
    id="microblog", name="Microblog", kind="microblog", opens_week=-200, starting_share=1.0, retention=1.0,
    seen=0.10, half_life_hours=0.35, decay=0.22, tolerated_per_week=56, conversion=0.69,
)  # fmt: skip
NETWORK = Place(
    id="network", name="Social network", kind="network", opens_week=-200, starting_share=1.0, retention=1.0,
    seen=0.16, half_life_hours=0.5, decay=0.4, tolerated_per_week=14, conversion=0.77,
)  # fmt: skip
PROFESSIONAL = Place(
    id="professional", name="Professionals", kind="professional", opens_week=-200, starting_share=1.0, retention=1.0,
    seen=0.20, half_life_hours=24.0, decay=0.4, tolerated_per_week=7, conversion=2.74,
)  # fmt: skip
BLOG = Place(
    id="blog", name="Blog", kind="blog", owned=True, opens_week=-200, seen=0.30, half_life_hours=2 * HOURS_IN_YEAR,
    decay=0.4, tolerated_per_week=7, searched=True,
)  # fmt: skip
