"""Packs: the entries that a scenario uses from other files, put among its own; each keeps its file in every message.

A pack is found beside the scenario or among those that ship. It names no other pack, so there are no chains to follow
and no cycle can be. What a pack may hold is in `game/sim/pack.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path as FilePath

from game import paths
from game.authoring.case import Block
from game.authoring.file import bytes_in, source_of
from game.authoring.formats import PACK, SUFFIXES, format_of
from game.authoring.shape import shaped
from game.authoring.source import Path, Source, Span
from game.sim.pack import Pack
from game.sim.spelling import suggestion

LISTS = {"places": "places", "rivals": "runners", "staff": "staff", "cards": "cards"}
"""What a list of a pack is called in a scenario."""
FOLDER = "packs"


def shipped_packs() -> list[str]:
    """The ids of the packs that come with the game."""
    return sorted(path.stem for path in (paths.scenarios() / FOLDER).glob("*.yaml"))


def join_packs(source: Source, folder: FilePath | None) -> None:
    """Put the entries of the packs that a scenario uses among its own, and report what cannot be."""
    host = Block(source, ())
    packs: list[Source] = []
    named: dict[str, Span] = {}
    for path, name in host.texts("uses"):
        span = source.place(path)
        if name in named:
            message = f"The pack `{name}` is named twice."
            source.report(span, "P04", message, "Keep one.", related=((named[name], "the first"),))
        elif pack := _read_pack(source, path, name, folder):
            packs.append(pack)
        named.setdefault(name, span)
    join(source, packs)


def join(source: Source, packs: Iterable[Source]) -> None:
    """Put the entries of packs that were read among those of a scenario."""
    packs = list(packs)
    moved: list[tuple[Source, dict[Path, Path]]] = [(pack, {}) for pack in packs]
    for theirs, ours in LISTS.items():
        ids = {
            given
            for pack in packs
            for one in Block(pack, ()).blocks(theirs)
            if (given := one.text("id"))
        }
        is_whole = not any(one.code in ("P01", "P02") for one in source.problems)
        gone = set(_replaced(Block(source, ()).blocks(ours), ids, ours, is_whole))
        for pack, places in moved:
            for entry in Block(pack, ()).blocks(theirs):
                entries = source.data.setdefault(ours, [])
                if isinstance(entries, list) and entry.text("id") not in gone:
                    places[entry.path] = (ours, len(entries))
                    entries.append(pack.at(entry.path))
    for pack, places in moved:
        _bring_places(source, pack, places)


def pack_of(source: Source) -> Pack | None:
    """A pack as a model, or None; what is wrong with it alone stands in the source."""
    if isinstance(source.data, dict) and "uses" in source.data:
        message = "A pack names no other packs, so that nobody must follow a chain of files."
        remedy = "Take `uses` away; the scenario names every pack that it needs."
        source.report(source.key_place(("uses",)), "P03", message, remedy)
        del source.data["uses"]
    _check_name(source)
    for key in LISTS:
        for entry in Block(source, ()).blocks(key):
            if entry.has("replaces"):
                message = "Only an entry of a scenario stands in for one of a pack."
                entry.report("replaces", "P05", message, "Take `replaces` away.")
            if entry.value("seat") is True:
                message = "A pack brings rivals; the player's seat is for the scenario to give."
                entry.report("seat", "P06", message, "Take `seat` away.")
    return shaped(source, Pack)


def _check_name(source: Source) -> None:
    """P07 where a pack says that it is called otherwise than its file, by which alone it is found."""
    pack, file = Block(source, ()), FilePath(source.file)
    given = pack.text("id")
    if given and file.suffix in SUFFIXES and file.stem != given:
        message = f"This file is called {file.name}, and the pack `{given}`."
        remedy = f"Call the file {given}{file.suffix}, or change the id: `uses` finds a pack by its file."
        pack.report("id", "P07", message, remedy)


def _read_pack(source: Source, at: Path, name: str, folder: FilePath | None) -> Source | None:
    """A pack that was read, or None, with a problem at its name."""
    span = source.place(at)
    found = _find(name, folder)
    if found is None:
        message = f"There is no pack `{name}`."
        source.report(span, "P01", message, _where(name, folder), about=at)
        return None
    try:
        pack = source_of(bytes_in(found), str(paths.from_here(found)), source.text_keys)
    except OSError as error:
        source.report(span, "P01", f"The pack `{name}` cannot be read.", f"{error.strerror}.")
        return None
    if pack.data is not None and format_of(pack) not in (PACK, None):
        message = f"`{name}` is no pack: its first line says `{pack.at(('format',))}`."
        source.report(span, "P02", message, f"A pack begins with  format: {PACK.line}", about=at)
        return None
    if pack.data is not None:
        pack_of(pack)
    source.problems += pack.problems
    return pack if isinstance(pack.data, dict) else None


def _find(name: str, folder: FilePath | None) -> FilePath | None:
    """The file of a pack: below the scenario's folder, and never elsewhere, or shipped."""
    given = FilePath(name)
    if given.is_absolute() or ".." in given.parts or "\0" in name:
        return None
    if given.suffix in SUFFIXES:
        candidates = [folder / given] if folder else []
    else:
        folders = [folder / FOLDER] if folder else []
        candidates = [one / f"{name}.yaml" for one in (*folders, paths.scenarios() / FOLDER)]
    return next((path for path in candidates if path.is_file()), None)


def _where(name: str, folder: FilePath | None) -> str:
    given = FilePath(name)
    if given.is_absolute() or ".." in given.parts:
        return "A pack is named by its id, or by its file below the folder of the scenario."
    if given.suffix in SUFFIXES:
        return "Its file is looked for in the folder of the scenario."
    beside = sorted((folder / FOLDER).glob("*.yaml")) if folder else []
    for path in beside:
        if re.search(rf"(?m)^id: *[\"']?{re.escape(name)}\b", path.read_text("utf-8", "replace")):
            return f"{FOLDER}/{path.name} has this id: write  uses: [{path.stem}]  or call the file {name}.yaml."
    known = {*(path.stem for path in beside), *shipped_packs()}
    if not known:
        return f"It is looked for as {FOLDER}/{name}.yaml beside the scenario."
    return suggestion(name, known)


def _replaced(entries: Iterable[Block], ids: set[str], among: str, is_whole: bool) -> Iterator[str]:
    """The ids of pack entries that entries of the scenario stand in for; no others, where all packs are there."""
    for entry in entries:
        wanted = entry.text("replaces")
        if wanted is None:
            continue
        if wanted in ids:
            yield wanted
        elif is_whole:
            message = f"No pack that this scenario uses has `{wanted}` among its {among}."
            remedy = suggestion(wanted, ids) if ids else "Name the pack in `uses`."
            entry.report("replaces", "P05", message, remedy)


def _bring_places(source: Source, pack: Source, moved: dict[Path, Path]) -> None:
    """Remember where everything in the entries of a pack stands; *moved* has the new place of each entry."""
    for ours, theirs in ((source.keys, pack.keys), (source.values, pack.values)):
        for path, span in theirs.items():
            if path[:2] in moved:
                ours[(*moved[path[:2]], *path[2:])] = replace(span, of=pack)
    for path, plain in pack.plain.items():
        if path[:2] in moved:
            source.plain[(*moved[path[:2]], *path[2:])] = plain
    source.doubtful |= {
        (*moved[path[:2]], *path[2:]) for path in pack.doubtful if path[:2] in moved
    }
