"""`longrace doctor`: what works on this machine. The looking itself is done in `game/doctor.py`."""

from __future__ import annotations

import typer


def doctor() -> None:
    """Say what works on this machine and what to do about the rest."""
    from rich.console import Console

    from game.doctor import Finding, examine, is_playable

    console = Console(highlight=False, markup=False, soft_wrap=True)
    colours = {"works": "green", "without": "yellow", "missing": "bold red"}
    findings: list[Finding] = []
    for finding in examine():
        findings.append(finding)
        console.print(f"{finding.verdict:>8}", style=colours[finding.verdict], end="  ")
        console.print(f"{finding.about}: {finding.says}")
        if finding.remedy:
            console.print(f"{'':>8}  -> {finding.remedy}")
    if not is_playable(findings):
        console.print("\nSomething that the game needs is missing; the arrows say what to do.")
        raise typer.Exit(1)
    console.print("\nThe game can run here.")
