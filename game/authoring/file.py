"""A file: read from the disk into a source, whatever it holds.

Which bytes are text is known to `encoding.py`, what the text says to `reader.py`; where the files of a scenario lie, to
`load.py` and `packs.py`.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from game.authoring.encoding import MOST_BYTES, UnreadableError, decoded
from game.authoring.reader import read_source
from game.authoring.source import Source, Span


def bytes_in(path: Path) -> bytes:
    """The bytes of a file; of one that is too large, one byte more than may be."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def source_of(data: bytes, file: str, text_keys: Collection[str] = ()) -> Source:
    """What the bytes of a file hold; of what is no text, only the problem that says so."""
    try:
        text = decoded(data)
    except UnreadableError as wrong:
        source = Source(file, wrong.text)
        span = Span(wrong.line, wrong.col, wrong.line, wrong.col + 1)
        source.report(span, wrong.code, wrong.message, wrong.remedy)
        return source
    return read_source(text, file, text_keys)
