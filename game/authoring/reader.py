"""YAML text to plain data: the place of every key and value is kept, and traps become problems.

What no author means is refused here: keys given twice, aliases, tags, hashtags taken for comments.
Only `true` and `false` are booleans; dates, times and `010` stay text. How the YAML reader's own
errors are put into words lives in `syntax.py`, which bytes are text in `encoding.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import yaml

from game.authoring.misreading import Misreading, quoted
from game.authoring.problems import Severity
from game.authoring.source import Path, Source, Span
from game.authoring.syntax import misread
from game.authoring.traps import find_traps

Scalar = str | int | float | bool | None

MOST_VALUES = 50_000
MOST_LEVELS = 40
MOST_MENDED = 3  # lines that are read as they were meant
MOST_READ_AGAIN = 2_000  # lines of the file for all of these together: the reader in Python is slow

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_FRACTION = re.compile(r"[-+]?([0-9]{0,15}\.[0-9]{1,15}|[0-9]{1,15}\.)([eE][-+]?[0-9]{1,2})?")
_NOTHING = ("", "~", "null")
_QUESTION = "\ue03f"
"""Stands for ? while reading: the reader in Python takes a ? inside {} or [] for a key's sign, and
keys so marked are not part of the format anyway. `traps.py` lets no such sign in."""
_HASHTAG = re.compile(r"\s*(#[\w&]+)")


def read_source(
    text: str, file: str, text_keys: Collection[str] = (), loader: Any = None, mended: int = 0
) -> Source:
    """Read YAML text; problems stand in the result, and `data` is None where there is none.

    Where a line cannot be read and it is plain what was meant, what is told is told, and the rest is read as if it
    were mended: all problems in one run. Of such lines *mended* were met already.
    """
    source = Source(file, text, text_keys)
    find_traps(source)
    if source.problems:
        return source
    build = _Build(source, loader or LOADER)
    try:
        build.document()
    except yaml.MarkedYAMLError as error:
        source = _misread(source, error, mended)
    except _TooMuchError as stop:
        _too_much(source, stop)
    return source


def _misread(failed: Source, error: yaml.MarkedYAMLError, mended: int) -> Source:
    """What is wrong, from the reader in Python: it says so in the same words on every machine."""
    source = Source(failed.file, failed.text, failed.text_keys)
    build = _Build(source, yaml.SafeLoader)
    try:
        build.document()
    except yaml.MarkedYAMLError as better:
        error = better
    except _TooMuchError as stop:
        _too_much(source, stop)
        return source
    else:
        return source
    source.data = None
    found = misread(error, source.lines, build.open_quote)
    lines = [problem.line for problem in source.problems if problem.severity == "error"]
    if found.line + 1 not in lines:
        span = Span(found.line, found.col, found.line, found.end)
        source.report(span, found.code, found.message, found.remedy)
        again = (mended + 1) * len(source.lines)
        if found.instead and mended < MOST_MENDED and again <= MOST_READ_AGAIN:
            return _read_on(source, found, mended + 1)
    return source


def _read_on(failed: Source, found: Misreading, mended: int) -> Source:
    """The file as if a line were mended; or as it is, where the lines beside it are then no better."""
    lines = [*failed.lines]
    lines[found.line] = found.instead
    rest = read_source("\n".join(lines), failed.file, failed.text_keys, mended=mended)
    others = [one for one in rest.problems if one.line != found.line + 1]
    is_no_better = any(abs(one.line - found.line - 1) < 2 for one in others)
    if is_no_better or (rest.data is None and not others):
        return failed
    rest.text, rest.lines = failed.text, failed.lines
    rest.problems = [*failed.problems, *others]
    rest.mended.add(found.line)
    return rest


def _too_much(source: Source, stop: _TooMuchError) -> None:
    message = f"This file holds more than {MOST_VALUES:,} values or {MOST_LEVELS} levels."
    source.report(stop.span, "Y20", message, "Take something out, or make two files of it.")


class _TooMuchError(Exception):
    """The file is larger or deeper than any scenario."""

    def __init__(self, span: Span) -> None:
        self.span = span


class _Build:
    """One walk over the reader's events."""

    def __init__(self, source: Source, loader: Any) -> None:
        self.source = source
        self.events: Iterator[Any] = yaml.parse(source.text.replace("?", _QUESTION), loader)
        self.count = 0
        self.said: set[str] = set()
        self.open_quote: tuple[int, int, int] | None = None

    def document(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        self.source.data = self.value(next(self.events), (), 0)
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                message = "A second document begins here; a file holds one."
                self.source.report(_span(event), "Y08", message, "Take the line --- away.")
                break

    def value(self, event: Any, path: Path | None, depth: int) -> Any:
        """The data for what begins with an event; a path of None leaves no trace."""
        span = _span(event)
        self.count += 1
        if self.count > MOST_VALUES or depth > MOST_LEVELS:
            raise _TooMuchError(span)
        if path is not None:
            self.source.values[path] = span
        if self._refuse_extras(event, span) and path is not None:
            self.source.doubtful.add(path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._scalar(event, span, path) if isinstance(event, yaml.ScalarEvent) else None

    def _refuse_extras(self, event: Any, span: Span) -> bool:
        """Report an alias, anchor or tag; whether there was one."""
        scalar = isinstance(event, yaml.ScalarEvent)
        if isinstance(event, yaml.AliasEvent) or (event.anchor is not None and not scalar):
            message = "Anchors (&name) and aliases (*name) are not part of the format."
            self._say_once(span, "Y21", message, "Write the block out where it is needed.")
        elif event.anchor is not None:
            remedy = self._quote(span) or "Put it in quotes."
            self._say_once(
                span, "Y12", "A text may not begin with & unless it is in quotes.", remedy
            )
        elif event.tag is not None:
            message = f"Tags such as {event.tag} are not part of the format."
            remedy = self._quote(span) if scalar else "Take the tag away."
            self._say_once(span, "Y25", message, remedy or "Put it in quotes.")
        else:
            return False
        return True

    def _quote(self, span: Span) -> str:
        line = self.source.spot(span).excerpt
        return f"If it is part of the text, write  {quoted(line[span.col :])}"

    def _say_once(self, span: Span, code: str, message: str, remedy: str) -> None:
        if code not in self.said:
            self.said.add(code)
            self.source.report(span, code, message, remedy)

    def _sequence(self, path: Path | None, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            below = None if path is None else (*path, len(items))
            items.append(self.value(event, below, depth + 1))
        return items

    def _mapping(self, path: Path | None, depth: int) -> dict[str, Any]:
        block: dict[str, Any] = {}
        first: dict[str, Span] = {}
        twice: set[str] = set()
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            span, key = _span(event), self._key(event, depth)
            below = None if path is None or key is None or key in block else (*path, key)
            if key is not None and key in block:
                if "id" not in twice:  # what follows belongs to the item that was to begin there
                    self._twice(key, span, first[key], is_item=isinstance((path or ("",))[-1], int))
                twice.add(key)
            elif key is not None:
                first[key] = span
            if below is not None:
                self.source.keys[below] = span
            value = self.value(next(self.events), below, depth + 1)
            if key is not None:
                block.setdefault(key, value)
        return block

    def _key(self, event: Any, depth: int) -> str | None:
        """The key that an event names; None, with a problem, where it names none."""
        span = _span(event)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event, span)
            if event.value == "<<":
                message = "Merge keys (<<) are not part of the format."
                self.source.report(span, "Y23", message, "Write the block out where it is needed.")
                return None
            if event.value:
                return str(event.value).replace(_QUESTION, "?")
        else:
            self.value(event, None, depth + 1)
        message, remedy = "A key is one plain word.", "If this is a text, put it in quotes."
        if isinstance(event, yaml.MappingStartEvent) and self.source.line(span)[
            : span.col
        ].rstrip().endswith(","):
            message = "Here a { begins, where a key belongs."
            remedy = "Close with } what was opened before it; or put the text in quotes."
        self.source.report(span, "Y22", message, remedy)
        return None

    def _twice(self, key: str, span: Span, first: Span, *, is_item: bool) -> None:
        message = f"`{key}` is here twice in the same block."
        remedy = "Keep one. (YAML readers would silently keep the last.)"
        if key == "id" and is_item:
            remedy = "If something new begins here, write  - id: …  as far in as the - above; otherwise keep one."
        self.source.report(span, "Y24", message, remedy, related=((first, "first given here"),))

    def _scalar(self, event: Any, span: Span, path: Path | None) -> Scalar:
        text: str = event.value.replace(_QUESTION, "?")
        if event.style:  # quoted or a block; plain is '' in libyaml and None in Python
            runs_on = event.style in "'\"" and span.end_line > span.line
            self.open_quote = (span.line, span.col, span.end_line) if runs_on else None
            return text
        if path is not None:
            self.source.plain[path] = text
            self._hashtag(text, span, path)
            self._half_quoted(text, span, path)
            self._dashes(span, path)
        return plain_value(text)

    def _dashes(self, span: Span, path: Path) -> None:
        """A list item too far to the right becomes part of the text above it, silently."""
        for number in range(span.line + 1, span.end_line + 1):
            line = self.source.lines[number]
            if line.lstrip().startswith("- "):
                col = len(line) - len(line.lstrip())
                message = "This - begins no list item: the line is taken as part of the text above."
                remedy = "Indent it as the items round it are, or put the whole text in quotes."
                self.source.report(Span(number, col, number, col + 1), "Y33", message, remedy)
                self.source.doubtful.add(path)

    def _half_quoted(self, text: str, span: Span, path: Path) -> None:
        """A text whose last sign is a quote that none opens: `label: Leave it"`."""
        if not text.endswith('"') or text.count('"') % 2 == 0:
            return
        keys = [part for part in path if isinstance(part, str)]
        if keys and keys[-1] in self.source.text_keys:
            col = span.end_col - 1
            place = Span(span.end_line, col, span.end_line, col + 1)
            message = "This quote ends a text, and none begins it: players would read it."
            remedy = "Put one before the text as well, or take it away."
            self.source.report(place, "Y13", message, remedy, severity="warning")

    def _hashtag(self, text: str, span: Span, path: Path) -> None:
        """`text: Ask about #smallbiz today` loses everything from the # on, and nobody is told."""
        number = span.end_line
        rest = self.source.lines[number][span.end_col :] if number < len(self.source.lines) else ""
        found = _HASHTAG.match(rest)
        if not found or isinstance(plain_value(text), bool | int | float):
            return
        col = span.end_col + found.start(1)
        message = f"Everything from {found[1]} on is taken as a comment, not as text."
        whole = f"{text} {rest.strip()}".strip()
        remedy = (
            f"To keep the hashtag, quote the text:  {quoted(whole)}   "
            "(for a comment, put a space after #)"
        )
        words = [part for part in path if isinstance(part, str)]
        severity: Severity = "error" if words and words[-1] in self.source.text_keys else "warning"
        place = Span(number, col, number, col + len(found[1]))
        self.source.report(place, "Y30", message, remedy, severity=severity)
        if severity == "error":
            self.source.doubtful.add(path)


def plain_value(text: str) -> Scalar:
    """What a text without quotes means: `no` and `on` are text, and so are 010 and 12:30."""
    if text in _NOTHING:
        return None
    if text in ("true", "false"):
        return text == "true"
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _FRACTION.fullmatch(text) else text


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line, start.column, end.line, end.column)
