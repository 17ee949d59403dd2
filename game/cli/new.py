"""`longrace new`: a scenario of one's own, begun with five questions. It is written by `game/authoring`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.leaving import leave


def new(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="Where to write it; named after the business, without one."
        ),
    ] = None,
    business: Annotated[str | None, typer.Option(help="What the business is called.")] = None,
    sells: Annotated[str | None, typer.Option(help="What it sells.")] = None,
    town: Annotated[str | None, typer.Option(help="What the town is called.")] = None,
    people: Annotated[str | None, typer.Option(help="How many people live there.")] = None,
    years: Annotated[str | None, typer.Option(help="How many years it takes.")] = None,
) -> None:
    """Begin a scenario of your own: five questions, and a file that works, to change line by line."""
    from game import paths
    from game.authoring.beginning import QUESTIONS, begin, name_for

    given = {"business": business, "sells": sells, "town": town, "people": people, "years": years}
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        answer = given[question.name]
        if answer is not None and (wrong := question.wrong(answer)):
            leave(f"--{question.name} {answer}: {wrong}.", code=2)
        while answer is None:
            asked = str(typer.prompt(question.words, default=question.example))
            wrong = question.wrong(asked)
            answer = None if wrong else asked
            if wrong:
                print(f"Please {wrong}.")
        answers[question.name] = answer
    path = file or Path(f"{name_for(answers['business'])}.yaml")
    if path.suffix != ".yaml" or path.stem != name_for(path.stem):
        wanted = path.with_name(f"{name_for(path.stem)}.yaml")
        leave(
            f"{path}: a scenario's file is called by small letters, digits and -, with .yaml behind; "
            f"write {wanted}.",
            code=2,
        )
    if path.exists():
        leave(f"{path}: there is a file of that name already; give another FILE.", code=2)
    written = begin(answers, path)
    for one in written:
        print(f"wrote {one}")
    name = paths.typed(path)
    print(f"Next: `longrace check {name}`, then `longrace play {name}`.")
