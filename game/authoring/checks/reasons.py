"""Reasons: whoever changes a number of the mechanisms says why, in the file."""

from __future__ import annotations

from game.authoring.case import Case
from game.sim.parameter import Parameters
from game.sim.spelling import suggestion

USUAL = Parameters()


def check_reasons(case: Case) -> None:
    """L17, a warning, for a parameter changed without a reason, and for a reason without a change."""
    reasons = case.value("reasons")
    given = reasons if isinstance(reasons, dict) else {}
    changed: list[str] = []
    for parameters in case.deep("parameters"):
        for group in parameters.keys:
            block = parameters.block(group)
            for name in block.keys if block and hasattr(USUAL, group) else []:
                if block is None or not hasattr(getattr(USUAL, group), name):
                    continue
                path = f"{group}.{name}"
                changed.append(path)
                why, usual = given.get(path), getattr(getattr(USUAL, group), name)
                if block.value(name) != usual and not (isinstance(why, str) and why.strip()):
                    message = f"Nobody says why {path} is not the usual {usual}."
                    remedy = f"Add below `reasons:`  {path}: …"
                    block.report(name, "L17", message, remedy, severity="warning")
    for path in given:
        if path not in changed:
            message = f"A reason for {path}, which is not among `parameters`."
            remedy = suggestion(path, changed) if changed else "Take it away."
            span = case.source.key_place(("reasons", path))
            case.source.report(span, "L17", message, remedy, severity="warning")
