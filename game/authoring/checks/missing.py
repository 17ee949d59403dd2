"""Missing words: a text that is there and says nothing."""

from __future__ import annotations

from game.authoring.case import Case
from game.authoring.text_ids import TEXTS


def check_missing(case: Case) -> None:
    """L23 for an empty title, text, label or name."""
    for block in case.within():
        if "tests" in block.path or "market" in block.path:
            continue
        for key in TEXTS:
            text = block.text(key)
            if (
                text is not None
                and not text.strip()
                and not (block.path == () and key in ("notes", "lesson"))
            ):
                block.report(key, "L23", f"`{key}` says nothing.", "Write something.")
