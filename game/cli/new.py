"""`longrace new`: a scenario of one's own, begun with five questions. It is written by `game/authoring`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.leaving import leave

if TYPE_CHECKING:
    from game.authoring.beginning import Question


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
    # What cannot be is said before anything is asked, not after five questions.
    for question in QUESTIONS:
        answer = given[question.name]
        if answer is not None and (wrong := question.wrong(answer)):
            leave(f"--{question.name} {answer}: {wrong}.", code=2)
    if file is not None:
        _check_free(file)
    answers = {one.name: given[one.name] or _asked(one) for one in QUESTIONS}
    path = file or Path(f"{name_for(answers['business'])}.yaml")
    _check_free(path)
    for written in begin(answers, path):
        print(f"wrote {written}")
    name = paths.typed(path)
    print(f"Next: `longrace check {name}`, then `longrace play {name}`.")


def _asked(question: Question) -> str:
    """The answer to a question, which is asked until it will do."""
    while True:
        answer = str(typer.prompt(question.words, default=question.example))
        wrong = question.wrong(answer)
        if not wrong:
            return answer
        print(f"Please {wrong}.")


def _check_free(path: Path) -> None:
    """End the command unless a new scenario may be written to *path*."""
    from game.authoring.beginning import name_for
    from game.sim.writing import check_place

    if path.suffix != ".yaml" or path.stem != name_for(path.stem):
        wanted = path.with_name(f"{name_for(path.stem)}.yaml")
        leave(
            f"{path}: what is begun here is called by small letters, digits and -, with .yaml behind; "
            f"write {wanted}.",
            code=2,
        )
    if path.exists():
        leave(f"{path}: there is a file of that name already; give another FILE.", code=2)
    check_place(path)
