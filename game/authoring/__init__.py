"""Scenario files: read, checked, and every mistake told with its line.

In the order of reading: `encoding` (bytes to text), `traps` (what the lines alone give away), `reader` (text to data
with places; `syntax`, `stray_lines` and `misreading` word the YAML reader's errors), `file` (both, for a file),
`source` (where everything stands), `problems` (what is wrong), `formats` (what kind of file it is), `packs` (entries
from other files), `shape` (data to models; `refusal`, `wording`, `meant` and `number` say what they refuse and what
was meant), `case` and `checks` (what the models cannot know, with `slots`), `load` (all of it, in order). For
authors: `beginning`, `ids` and `emitting` (a scenario begun), `explanations`, `meanings`, `reference` and `schema`
(the format told). Other languages: `text_ids`, `translation`. Strategies by rules: `strategy_files`. `words` reads
the texts of the screens, `tables` what ships as YAML besides.
What a scenario is stands next door, in `game/sim`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.authoring.load import ScenarioError, ScenarioMissingError, check, load_scenario
    from game.authoring.problems import Problem

__all__ = ["Problem", "ScenarioError", "ScenarioMissingError", "check", "load_scenario"]


def __getattr__(name: str) -> Any:
    # fetched when first asked for: the words of the screens need none of it
    if name not in __all__:
        raise AttributeError(f"game.authoring has no {name}")
    from game.authoring import load

    return getattr(load, name)
