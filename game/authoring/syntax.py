"""The YAML reader's own errors, put into words an author can act on.

Fed with the errors of the reader written in Python, whose texts are the same on every machine;
`reader.py` sees to that. What is said of a line that is no key lives in `stray_lines.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import yaml

from game.authoring.misreading import KEY_AND_TEXT, Misreading, quoted
from game.authoring.stray_lines import FALSE_DASH, indent_of, stray_line, told_dash
from game.sim.part import WORDS

_ITEM_AND_TEXT = re.compile(r"(\s*(?:- +)+)(\S.*)$")
NOT_YAML = "From here on this file cannot be read."


def misread(
    error: yaml.MarkedYAMLError, lines: Sequence[str], quote: tuple[int, int, int] | None = None
) -> Misreading:
    """What an error of the reader means, where it should be mended, and how.

    `quote` is where the last text in quotes began and the line it ended on, if it ran over lines.
    """
    case = _Case(error, lines)
    if quote is not None and quote[2] == case.line:
        message = f"This quote is not closed before line {quote[2] + 1}."
        remedy = "Add the same quote at the end of the text."
        return Misreading(quote[0], quote[1], quote[1] + 1, "Y13", message, remedy)
    return case.told()


class _Case:
    """One error, with the line it stands on taken apart."""

    def __init__(self, error: yaml.MarkedYAMLError, lines: Sequence[str]) -> None:
        self.lines = lines
        self.context, self.problem = error.context or "", error.problem or ""
        mark: Any = error.problem_mark or error.context_mark
        start: Any = error.context_mark or mark
        self.line, self.col = self._within(mark)
        self.start_line, self.start_col = self._within(start)
        self.text = lines[self.line]
        self.sign = self.text[self.col : self.col + 1]
        found = KEY_AND_TEXT.match(self.text) or _ITEM_AND_TEXT.match(self.text)
        self.key, self.value = (found[1], found[2]) if found else ("", "")

    def _within(self, mark: Any) -> tuple[int, int]:
        if mark is None:
            return 0, 0
        line = min(int(mark.line), len(self.lines) - 1)
        return line, min(int(mark.column), len(self.lines[line]))

    def told(self) -> Misreading:
        for words, tell in _TELLERS:
            if words in self.problem or words in self.context:
                return tell(self)
        return self._at("Y99", NOT_YAML, "Compare it with the lines above, or quote the text.")

    def _at(self, code: str, message: str, remedy: str, instead: str = "") -> Misreading:
        return Misreading(self.line, self.col, self.col + 1, code, message, remedy, instead)

    def _at_start(self, code: str, message: str, remedy: str, instead: str = "") -> Misreading:
        line, col = self.start_line, self.start_col
        return Misreading(line, col, col + 1, code, message, remedy, instead)

    def _in_quotes(self, text: str | None = None) -> str:
        """The line with its text in quotes; nothing where there is none."""
        return self.key + quoted(self.value if text is None else text) if self.value else ""

    def _write_quoted(self, text: str | None = None) -> str:
        if not self.value:
            return "Put the text in quotes."
        return f"Write  {self.key.strip()} {quoted(self.value if text is None else text)}"

    def second_colon(self) -> Misreading:
        if self.value and self.col > len(self.key):
            message = 'A second ": " on this line makes the text look like a key.'
            remedy = f"Put the text in quotes:  {self.key.strip()} {quoted(self.value)}"
            return self._at("Y10", message, remedy, self._in_quotes())
        return self.too_deep()

    def too_deep(self) -> Misreading:
        above = next((n for n in range(self.line - 1, -1, -1) if self.lines[n].strip()), None)
        indent = len(self.text) - len(self.text.lstrip())
        end = max(indent + 1, self.col)
        message = "This line looks like a key, but the line above has its value already."
        remedy = "Indent it as the keys round it are, or put the text above in quotes."
        if above is not None and (dash := FALSE_DASH.match(self.lines[above].strip())):
            bare, start = self.lines[above].strip(), indent_of(self.lines[above])
            return Misreading(above, start, start + dash.end(1), "Y16", *told_dash(bare, dash))
        if above is not None and not re.search(r":(\s|$)", self.lines[above]):
            return stray_line(self.lines, above)
        return Misreading(self.line, indent, end, "Y16", message, remedy)

    def first_sign(self) -> Misreading:
        message = f"A text may not begin with {self.sign} unless it is in quotes."
        return self._at("Y11", message, self._write_quoted(), self._in_quotes())

    def alias(self) -> Misreading:
        sign = self.lines[self.start_line][self.start_col : self.start_col + 1]
        message = f"A text may not begin with {sign} unless it is in quotes."
        whole = self.lines[self.start_line].strip()
        if sign == "*" and re.match(r"\* +[a-z_]+:", whole) and (dash := FALSE_DASH.match(whole)):
            return self._at_start("Y16", *told_dash(whole, dash))
        found = KEY_AND_TEXT.match(self.lines[self.start_line])
        remedy = f"Write  {found[1].strip()} {quoted(found[2])}" if found else "Put it in quotes."
        return self._at_start("Y12", message, remedy, found[1] + quoted(found[2]) if found else "")

    def open_quote(self) -> Misreading:
        remedy = "Add the same quote at the end of the text."
        return self._at_start("Y13", "This quote is never closed.", remedy)

    def block_end(self) -> Misreading:
        if self.sign == ":":
            return self._at("Y22", "Before this : a key is missing.", "Write one.")
        before = self.value[: max(0, self.col - len(self.key))]
        if before and self.value[0] in "'\"":
            return self._after_quote()
        if (
            before
            and self.value[0] == "{"
            and self.key.strip(" -:") not in WORDS
            and "}, {" in self.value
        ):
            message = "Several blocks in { } on one line are a list, which stands in [ ]."
            return self._at("Y15", message, f"Write  {self.key.strip()} [{self.value.strip()}]")
        if before and self.value[0] in "{[":
            start = len(self.key)
            message = f"A text may not begin with {self.value[0]} unless it is in quotes."
            remedy = self._write_quoted()
            return Misreading(
                self.line, start, start + 1, "Y15", message, remedy, self._in_quotes()
            )
        if self.col > len(self.text) - len(self.text.lstrip()):
            return self._at("Y99", NOT_YAML, self._write_quoted())
        return self._indentation()

    def _after_quote(self) -> Misreading:
        sign = self.value[0]
        message = f"The text ended at this {sign} and more follows."
        col = max(len(self.key), self.text.rfind(sign, 0, self.col))
        inner = self.value[1:-1] if self.value.endswith(sign) else self.value
        remedy = f"Use double quotes round the whole text:  {self.key.strip()} {quoted(inner)}"
        return Misreading(self.line, col, col + 1, "Y14", message, remedy, self._in_quotes(inner))

    def _indentation(self) -> Misreading:
        end = max(1, self.col)
        began = f"the block it seems to belong to began on line {self.start_line + 1}"
        listed = "block collection" in self.context or "block sequence" in self.context
        if listed and (dash := FALSE_DASH.match(self.text[self.col :])):
            message, remedy = told_dash(self.text[self.col :].rstrip(), dash)
            return Misreading(self.line, self.col, self.col + dash.end(1), "Y16", message, remedy)
        if self.col == self.start_col and listed:
            remedy = f"A list and keys cannot mix: {began}, with -."
            return Misreading(self.line, self.col, end + 1, "Y16", "This line has no -.", remedy)
        if self.col == self.start_col and self.sign == "-":
            message = "This line begins with -, the lines round it do not."
            remedy = f"A list and keys cannot mix: {began}, without -."
            return Misreading(self.line, self.col, end + 1, "Y16", message, remedy)
        spaces = "1 space" if self.col == 1 else f"{self.col} spaces"
        message = f"This line is indented by {spaces}, which fits no level above it."
        remedy = f"{began[0].upper()}{began[1:]}, with {self.start_col} spaces."
        return Misreading(self.line, 0, end, "Y16", message, remedy)

    def block_text(self) -> Misreading:
        message = "After | or > the text must begin on the next line, indented."
        remedy = "Move the text to the next line, or take the sign away."
        return self._at("Y17", message, remedy)

    def no_colon(self) -> Misreading:
        return stray_line(self.lines, self.start_line)

    def open_bracket(self) -> Misreading:
        sign = self.lines[self.start_line][self.start_col : self.start_col + 1]
        close = "]" if sign == "[" else "}"
        if self.line == self.start_line and self.sign and self.sign in "]}":
            message = f"Here stands {self.sign}, but {sign} was opened."
            return self._at("Y19", message, f"Write {close}")
        if self.line == self.start_line and self.text[self.col :].strip():
            message = f"Between {sign} and {close} a comma is missing here."
            remedy = f"Write a comma, close with {close}, or put the text in quotes."
            return self._at("Y19", message, remedy)
        found = KEY_AND_TEXT.match(self.lines[self.start_line])
        key = found[1].strip(" -:") if found else ""
        if found and key in WORDS and self.start_col == len(found[1]):
            message = f"A text may not begin with {sign} unless it is in quotes."
            meant = re.sub(r"^\{(\w+)(?=[\s,.;:!?)]|$)", r"{\1}", found[2])
            remedy = f"Write  {found[1].strip()} {quoted(meant)}"
            return self._at_start("Y15", message, remedy, found[1] + quoted(meant))
        message, remedy = f"This {sign} is never closed.", f"Add a {close} at its end."
        return self._at_start("Y19", message, remedy)

    def content(self) -> Misreading:
        if self.sign in ("]", "}"):
            return self._at("Y19", f"This {self.sign} closes nothing.", "Take it away.")
        message = "Here a value is missing."
        return self._at("Y32", message, "Write one, or put the text in quotes.")

    def list_here(self) -> Misreading:
        message = "A list cannot begin on the line of its key."
        remedy = "Begin each - on a line of its own; or put the text in quotes."
        return self._at("Y31", message, remedy)

    def escape(self) -> Misreading:
        message = "In double quotes, \\ begins a special sign, and this one is not known."
        return self._at("Y26", message, "Write \\\\ to mean one \\")

    def directive(self) -> Misreading:
        message = "Lines that begin with % are not part of the format."
        return Misreading(self.start_line, 0, 1, "Y27", message, "Take the line away.")

    def tag(self) -> Misreading:
        found = KEY_AND_TEXT.match(self.lines[self.start_line])
        remedy = f"Write  {found[1].strip()} {quoted(found[2])}" if found else "Put it in quotes."
        message = "A text may not begin with ! unless it is in quotes."
        return self._at_start("Y25", message, remedy, found[1] + quoted(found[2]) if found else "")


_TELLERS: tuple[tuple[str, Callable[[_Case], Misreading]], ...] = (
    ("mapping values are not allowed", _Case.second_colon),
    ("mapping keys are not allowed", _Case.list_here),
    ("sequence entries are not allowed", _Case.list_here),
    ("cannot start any token", _Case.first_sign),
    ("scanning an alias", _Case.alias),
    ("scanning an anchor", _Case.alias),
    ("scanning a tag", _Case.tag),
    ("parsing a tag", _Case.tag),
    ("tag handle", _Case.tag),
    ("found duplicate", _Case.tag),
    ("directive", _Case.directive),
    ("escape", _Case.escape),
    ("quoted scalar", _Case.open_quote),
    ("block scalar", _Case.block_text),
    ("could not find expected ':'", _Case.no_colon),
    ("expected the node content", _Case.content),
    ("parsing a flow", _Case.open_bracket),
    ("expected <block end>", _Case.block_end),
    ("expected '<document start>'", _Case.too_deep),
)
