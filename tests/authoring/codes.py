"""The codes of problems: every one that stands in the sources."""

from __future__ import annotations

import re

from tests.checkout import ROOT


def codes() -> set[str]:
    """Every code that stands in the sources of the checks."""
    files = [*(ROOT / "game/authoring").rglob("*.py"), *(ROOT / "game/sim").glob("*.py")]
    texts = [path.read_text(encoding="utf-8") for path in files]
    return {code for text in texts for code in re.findall(r'"([YSLEPT]\d\d)"', text)}
