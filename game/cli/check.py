"""`longrace check`: every mistake in scenario files. What a mistake is, is known to `game/authoring`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import AsJson
from game.cli.leaving import leave


def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Scenarios, by path or by id.")
    ],
    as_json: AsJson = False,
    github: Annotated[
        bool, typer.Option("--github", help="Print them for GitHub to show beside the lines.")
    ] = False,
) -> None:
    """Say every mistake in scenario files, each with its line and its remedy."""
    import json

    from game.authoring.load import ScenarioMissingError, examine, find, words_beside
    from game.authoring.problems import count, has_errors

    missing, found, given = [], [], {file.resolve() for file in files}
    for file in files:
        try:
            problems = examine(file).problems
            beside = [one for one in words_beside(find(file)) if one.resolve() not in given]
            for words in beside:  # those that are asked for themselves are told once
                problems = [*problems, *examine(words).problems]
        except ScenarioMissingError as error:
            missing.append(str(error))
            continue
        found += problems
        if github:
            for problem in problems:
                print(problem.github())
        elif not as_json:
            print(*problems, f"{file}: {count(problems)}.", sep="\n\n")
    if as_json:
        print(json.dumps([problem.json() for problem in found], ensure_ascii=False, indent=2))
    if missing:
        leave("\n".join(missing), code=2)
    if has_errors(found):
        raise typer.Exit(1)
