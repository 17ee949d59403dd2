"""A scenario in the words of another language: `NAME.de.yaml` beside `NAME.yaml`, one text for each text id.

The rules stay those of the scenario. What a text is called is said in `text_ids.py`; both files are found by `load.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any, Literal

from pydantic import Field

from game import paths
from game.authoring.emitting import as_comment, as_entry, in_quotes
from game.authoring.formats import WORDS
from game.authoring.shape import shaped
from game.authoring.slots import is_broken, names_in
from game.authoring.source import Path, Source, Span
from game.authoring.text_ids import text_ids
from game.sim.part import LANGUAGE, Part
from game.sim.scenario import Scenario
from game.sim.spelling import closest, suggestion

MOST_NAMED = 3


class Translation(Part):
    """What a file of words says."""

    format: Literal["long-race-words/1"] = Field(description="which format this is: the first line")
    of: str = Field(
        pattern=r"^[^./\\:]+$",
        max_length=120,
        description="the scenario whose words these are: the name of its file without the ending",
    )
    language: str = Field(pattern=LANGUAGE, description="language, by its code: de, pt-BR")
    texts: dict[str, str] = Field(description="the words of each text, by the text's id")


def plain(scenario: Scenario) -> dict[str, Any]:
    """A scenario as the plain data of a file that says what it must and no more."""
    told: dict[str, Any] = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return told


def translated(words: Source, scenario: Scenario) -> Source:
    """The scenario's data with the words put in, each text standing where the file of words has it.

    What is missing keeps the scenario's own words, and is reported in *words*.
    """
    data = plain(scenario)
    known = text_ids(data)
    host = Source(words.file, words.text, words.text_keys, data)
    given = words.at(("texts",))
    done = {key for key, text in given.items() if isinstance(text, str) and text.strip()}
    for id in given:
        if id not in known:
            message, near = f"`{id}` is no text of {scenario.id}.", _near(id, known)
            words.report(words.key_place(("texts", id)), "T04", message, suggestion(id, near, 6))
            done |= {closest(id, near) or id}  # what was misspelt is not missing as well
        elif id in done:
            _put(host, known[id], words, id)
    _report_gaps(words, [id for id in known if id not in done], len(known))
    data["language"] = words.at(("language",))
    return host


def check_names(words: Source, scenario: Scenario) -> None:
    """T03 where nobody would find the file under its name, or where there is nothing to translate."""
    name, language = words.at(("of",)), str(words.at(("language",)))
    wanted = f"{name}.{language}{FilePath(words.file).suffix}"
    if language == scenario.language:
        message = f"{scenario.id} itself is in this language."
        words.report(words.place(("language",)), "T03", message, "Write the code of another.")
    elif FilePath(words.file).suffix and FilePath(words.file).name != wanted:
        message = f"Nobody will find these words: they are looked for in {wanted}."
        remedy = "Rename the file, or change `of` and `language`."
        words.report(words.place(("of",)), "T03", message, remedy)


def translation_of(words: Source) -> Translation | None:
    """A file of words as a model, or None, with the problems in the source."""
    texts = words.at(("texts",))
    if isinstance(texts, dict):  # a gap is reported once for all, and is no wrong kind of value
        words.data["texts"] = {id: "" if text is None else text for id, text in texts.items()}
    return shaped(words, Translation)


def skeleton(
    scenario: Scenario, language: str, texts: Mapping[str, str] | None = None, of: str = ""
) -> str:
    """A file of words to fill in: each original as a comment, and below it the text so far, or none.

    *of* is the name of the scenario's file, by which its words are found; its id, without one.
    """
    texts = texts or {}
    data = plain(scenario)
    originals = {id: str(_at(data, path)) for id, path in text_ids(data).items()}
    head = [
        f"format: {WORDS.line}",
        f"of: {_plainly(of or scenario.id)}",
        f"language: {language}",
        "texts:",
    ]
    body = [
        f"{as_comment(text, indent=2)}\n{as_entry(id, texts.get(id, ''), indent=2)}"
        for id, text in originals.items()
    ]
    return "\n".join([*head, *body]) + "\n"


def _plainly(name: str) -> str:
    """The name of a file as it stands in YAML: in quotes where it could be read as something else."""
    sound = re.fullmatch("[a-z][a-z0-9_-]*", name) and name not in ("true", "false", "null")
    return name if sound else in_quotes(name)


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _near(id: str, known: Iterable[str]) -> list[str]:
    """The ids that begin as this one does, or all where none does."""
    head = id.rpartition(".")[0]
    return [other for other in known if head and other.startswith(f"{head}.")] or [*known]


def _put(host: Source, at: Path, words: Source, id: str) -> None:
    block, path = host.at(at[:-1]), ("texts", id)
    original, text = str(block[at[-1]]), words.at(path)
    block[at[-1]] = text
    host.keys[at], host.values[at] = words.keys[path], words.values[path]
    if path in words.plain:
        host.plain[at] = words.plain[path]
    if path in words.doubtful:
        host.doubtful.add(at)
    missing = sorted(names_in(original) - names_in(text))
    if missing and not is_broken(text):
        message = f"The original says {missing[0]} here, and this does not."
        remedy = f"Put {missing[0]} where it belongs; it is filled in with a name."
        words.report(words.values[path], "T06", message, remedy, severity="warning", about=path)


def _report_gaps(words: Source, gaps: list[str], of: int) -> None:
    if not gaps:
        return
    first = next((words.keys[("texts", id)] for id in gaps if ("texts", id) in words.keys), None)
    span: Span = first or words.key_place(("texts",))
    shown = ", ".join(f"`{id}`" for id in gaps[:MOST_NAMED])
    more = f" and {len(gaps) - MOST_NAMED} more" if len(gaps) > MOST_NAMED else ""
    message = f"{len(gaps)} of {of} texts have no words yet: {shown}{more}."
    language = words.at(("language",))
    beside = FilePath(words.file)
    file = paths.typed(
        beside.with_name(f"{words.at(('of',))}{beside.suffix or '.yaml'}").as_posix()
    )
    remedy = (
        f"`longrace words {file} --language {language} --write` adds what is missing, to be filled in; "
        f"until then the scenario's own words stand there."
    )
    words.report(span, "T05", message, remedy, severity="warning")
