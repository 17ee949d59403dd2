"""`longrace words`: a file for a translator to fill in. What a text is called is known to `game/authoring`."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from game.cli.leaving import leave, mendable


def words(
    name: Annotated[str, typer.Argument(metavar="FILE", help="A scenario, by path or by id.")],
    language: Annotated[
        str,
        typer.Option("--language", metavar="CODE", help="The language, by its code: de, pt-BR."),
    ],
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Write the file beside the scenario; words that are there stay."
        ),
    ] = False,
) -> None:
    """Begin or complete a scenario's words in another language, for a translator to fill in."""
    from game import paths
    from game.authoring.load import ScenarioError, find, is_of_words, load_scenario, words_so_far
    from game.authoring.translation import skeleton
    from game.sim.writing import replace_file

    if not re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?", language):
        leave(f"{language}: this is no code of a language; write for example de or pt-BR.", code=2)
    with mendable(ScenarioError, FileNotFoundError):
        scenario, path = load_scenario(name), find(name)
    of = path.name.partition(".")[0]  # though the words of another language were named
    target = path.with_name(f"{of}.{language}{path.suffix}")
    if not is_of_words(path) and "." in path.stem:
        wanted = path.with_name(path.stem.replace(".", "-") + path.suffix)
        sentence = "behind the dot in its name the code of a language is looked for"
        leave(f"{path}: {sentence}; rename the file, for example {wanted.name}.", code=2)
    with mendable(ScenarioError):
        so_far = words_so_far(target)
    text = skeleton(scenario, language, so_far, of)
    if not write:
        print(text, end="")
        return
    replace_file(target, text)
    gaps = text.count(': ""\n')
    print(
        f"{target}: {gaps} texts to fill in. `longrace check {paths.typed(target)}` says what is missing."
    )
