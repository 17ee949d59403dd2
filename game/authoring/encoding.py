"""Bytes to text: which files are text at all, and where a stray byte or sign stands.

What the text says is read in `reader.py`.
"""

from __future__ import annotations

MOST_BYTES = 4_000_000  # a million characters take no more
_STARTS = (
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"\x00", "UTF-16 or a binary format"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "a rich text document"),
)
SAVE_AS = "Save it as plain text in UTF-8."


class UnreadableError(Exception):
    """Why bytes are no text of ours, and where; line and column from 0."""

    def __init__(self, code: str, message: str, remedy: str = SAVE_AS) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy
        self.line, self.col, self.text = 0, 0, ""


def decoded(data: bytes) -> str:
    """The text of a file, with ends of lines made alike; raises UnreadableError."""
    for start, name in _STARTS:
        if data.startswith(start):
            raise UnreadableError("Y06", f"This file is {name}, not plain text.")
    if len(data) > MOST_BYTES:
        message = f"This file has more than {MOST_BYTES:,} bytes."
        raise UnreadableError("Y01", message, "Take something out, or make two files of it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong_byte(data, error.start) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wrong_byte(data: bytes, place: int) -> UnreadableError:
    before = data[:place].decode("utf-8-sig")
    likely = data[place : place + 1].decode("cp1252", errors="replace")
    wrong = UnreadableError("Y05", f"This sign is not in UTF-8; it may be meant as {likely}.")
    wrong.line, wrong.col = before.count("\n"), len(before) - before.rfind("\n") - 1
    wrong.text = before + data[place:].decode("utf-8", errors="replace")
    return wrong
