"""How a condition is read: its characters, Python's own parser, then a list of what may stay.

Public here is `read_line`; what is done with a line that was read lives in `condition.py`.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Sequence
from functools import lru_cache

from game.sim.everyday import date_in, of_the_year, said_in_words
from game.sim.spelling import suggestion
from game.sim.vocabulary import ConditionError, Kind, Vocabulary, is_reserved

MOST_CHARACTERS = 300
MOST_PARTS = 60
MOST_BRACKETS = 20  # one within the other; Python versions differ in what they can bear
MOST_PRODUCTS = 8  # so that no product of sensible numbers leaves the range of a float
LARGEST_NUMBER = 10**12

EXAMPLE = "For example: trusts >= 30 and not seen(sour_review)"
AS_LIST = "Make it a list: all of its lines must hold."
NEVER_CLOSED = "This bracket is never closed."
CLOSES_NOTHING = "This bracket closes nothing."
_COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)
_SUMS = (ast.Add, ast.Sub, ast.Mult, ast.Div)
_NUMBER = re.compile(r"[0-9]+(\.[0-9]*)?|\.[0-9]+")
_OTHER_SIGN = re.compile(r"[^A-Za-z0-9_.+\-*/<>=!(), \n]")
_QUOTES = "\"'`\u201c\u201d\u2018\u2019"
_OTHER_SPELLINGS = (
    (re.compile(r"&&?|\bAND\b"), "and"),
    (re.compile(r"\|\|?|\bOR\b"), "or"),
    (re.compile(r"!(?!=)|\bNOT\b"), "not"),
    (re.compile(r"=>|\u2265"), ">="),
    (re.compile(r"=<|\u2264"), "<="),
    (re.compile(r"<>|\u2260"), "!="),
    (re.compile(r"(?<![=<>!])=(?!=)"), "=="),
    (re.compile(r"[\u00d7\u00b7]"), "*"),
    (re.compile(r"[\u2212\u2013\u2014]"), "-"),
)


_OTHER_TRUTHS = dict.fromkeys(("True", "TRUE", "yes", "Yes"), "true") | dict.fromkeys(
    ("False", "FALSE", "no", "No"), "false"
)


def read_line(line: str, vocabulary: Vocabulary) -> Reading:
    """One line, parsed and checked; raises ConditionError where it cannot be parsed at all."""
    _look_over(line)
    reading = Reading(line, parse(line), vocabulary)
    reading.need(reading.tree, "flag")
    reading.errors.sort(key=lambda error: error.start)
    return reading


@lru_cache(maxsize=256)
def parse(line: str) -> ast.expr:
    """The parsed line; its offsets are one to the right, for the bracket put round it.

    Not to be changed: it is kept for whoever asks next, as each line is asked about several times.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the parser warns of oddities refused later anyway
            tree = ast.parse(f"({line})".replace("\n", " "), mode="eval").body
    except SyntaxError as error:
        raise _unreadable(line, error) from None
    except (ValueError, MemoryError, RecursionError):
        raise ConditionError("E06", (0, len(line)), "It is too deeply nested.", AS_LIST) from None
    if sum(isinstance(node, ast.expr) for node in ast.walk(tree)) > MOST_PARTS:
        text = f"This condition has more than {MOST_PARTS} parts."
        raise ConditionError("E06", (0, len(line)), text, AS_LIST)
    return tree


def segment(line: str, node: ast.expr) -> str:
    """The characters of a line that a part of its parsed form was read from."""
    return line[max(0, node.col_offset - 1) : (node.end_col_offset or 0) - 1]


def id_of(node: ast.expr) -> str | None:
    """The id that an argument spells; one with hyphens was read as a subtraction."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Constant(value=int(number)):
            return str(number)
        case ast.BinOp(op=ast.Sub(), left=left, right=right):
            first, last = id_of(left), id_of(right)
            return None if first is None or last is None else f"{first}-{last}"
    return None


def _look_over(line: str) -> None:
    """Refuse by its characters what could never be a condition, before any parser sees it."""
    if not line.strip():
        raise ConditionError("E02", (0, max(1, len(line))), "This condition is empty.", EXAMPLE)
    if len(line) > MOST_CHARACTERS:
        text = f"This condition has {len(line)} characters; {MOST_CHARACTERS} are possible."
        raise ConditionError("E06", (0, len(line)), text, AS_LIST)
    if date := date_in(line):
        raise date
    for wrong, right in _OTHER_SPELLINGS:
        if found := wrong.search(line):
            text = f"`{found[0]}` is not known in a condition."
            text = "One = does not compare." if found[0] == "=" else text
            raise ConditionError("E02", found.span(), text, f"Write {right}")
    if other := _OTHER_SIGN.search(line):
        raise _unwanted(line, other.start())
    _balance(line)


def _unwanted(line: str, place: int) -> ConditionError:
    character = line[place]
    text, remedy = f"The sign `{character}` may not stand in a condition.", EXAMPLE
    if character == "%":
        number = re.search(r"[0-9.]*\s*$", line[:place])
        shown = (number[0].strip() if number else "") or "30"
        text = "Percentages are written as plain numbers here."
        remedy = f"Write {shown}, not {shown}%"
    elif character in _QUOTES:
        text = "Texts may not stand in a condition."
        remedy = "Write ids without quotes: seen(sour_review)"
    elif character == "#":
        text, remedy = "A condition holds no comments.", "Put the comment on a line of its own."
    elif character.isspace():
        text, remedy = "This looks like a space but is none.", "Replace it by an ordinary space."
    return ConditionError("E02", (place, place + 1), text, remedy)


def _balance(line: str) -> None:
    still_open: list[int] = []
    for place, character in enumerate(line):
        if character == "(":
            still_open.append(place)
            if len(still_open) > MOST_BRACKETS:
                text = f"More than {MOST_BRACKETS} brackets stand one within the other."
                raise ConditionError("E06", (place, place + 1), text, AS_LIST)
        elif character == ")" and not still_open:
            remedy = "Take it away, or open one."
            raise ConditionError("E02", (place, place + 1), CLOSES_NOTHING, remedy)
        elif character == ")":
            still_open.pop()
    if still_open:
        place = still_open[-1]
        remedy = "Add a ) where it should end."
        raise ConditionError("E02", (place, place + 1), NEVER_CLOSED, remedy)


def _unreadable(line: str, error: SyntaxError) -> ConditionError:
    if in_words := said_in_words(line):
        return in_words
    for found in re.finditer(r"[A-Za-z_]+", line):
        if is_reserved(found[0]) and found[0] not in ("and", "or", "not", "true", "false"):
            text = f"`{found[0]}` may not stand in a condition."
            remedy = "Take it away: all of it is a condition." if found[0] == "if" else EXAMPLE
            return ConditionError("E02", found.span(), text, remedy)
    if shouted := re.search(r"\b(Not|NOT|And|AND|Or|OR)\b", line):
        text = f"`{shouted[0]}` is not known."
        return ConditionError("E02", shouted.span(), text, f"Write {shouted[0].lower()}")
    if found_last := re.search(r"(\band|\bor|\bnot|[-+*/<>=,]+)\s*$", line):
        text = f"Something is missing behind `{found_last[1]}`."
        return ConditionError("E02", found_last.span(1), text, EXAMPLE)
    if found_first := re.match(r"\s*(and\b|or\b|[*/<>=,]+)", line):
        text = f"Something is missing before `{found_first[1]}`."
        return ConditionError("E02", found_first.span(1), text, EXAMPLE)
    if found_pair := re.search(r"\b(?!and |or |not )\w+( +)(?!and\b|or\b)\w", line):
        text = "Something is missing between these two."
        return ConditionError("E02", (found_pair.start(), found_pair.end(1) + 1), text, EXAMPLE)
    start = min(max((error.offset or 2) - 2, 0), len(line) - 1)
    text = "From here on this condition cannot be read."
    return ConditionError("E02", (start, start + 1), text, EXAMPLE)


class Reading:
    """One walk over a parsed line: the kind of each part, and every mistake met on the way."""

    def __init__(self, line: str, tree: ast.expr, vocabulary: Vocabulary) -> None:
        self.line, self.tree, self.vocabulary = line, tree, vocabulary
        self.errors: list[ConditionError] = []
        self.names: set[str] = set()
        self.references: set[tuple[str, str]] = set()
        self._products = 0

    def need(self, node: ast.expr, wanted: Kind) -> None:
        """Note a mistake if a part is not of the kind wanted."""
        kind = self._kind(node)
        if kind is None or kind == wanted:
            return
        shown = self._shown(node)
        if wanted == "flag":
            text = f"`{shown}` is a number; something true or false is needed here."
            self._refuse(node, "E03", text, "Compare it with something, for example with >= 1")
        else:
            text = f"`{shown}` is true or false; a number is needed here."
            self._refuse(node, "E03", text, f"It stands by itself: {shown}, or not {shown}")

    def _refuse(self, node: ast.expr, code: str, text: str, remedy: str) -> None:
        start = max(0, node.col_offset - 1)
        end = min((node.end_col_offset or start + 2) - 1, len(self.line))
        self.errors.append(ConditionError(code, (start, end), text, remedy))

    def _shown(self, node: ast.expr) -> str:
        shown = segment(self.line, node)
        return shown if len(shown) <= 40 else shown[:37] + "..."

    def _kind(self, node: ast.expr) -> Kind | None:
        """The kind of a part, or None where a mistake was already noted."""
        match node:
            case ast.BoolOp(values=values):
                return self._all(values, "flag", "flag")
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self._all([operand], "flag", "flag")
            case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=operand):
                return self._all([operand], "number", "number")
            case ast.BinOp(op=sign, left=left, right=right) if isinstance(sign, _SUMS):
                return self._sum(sign, left, right)
            case ast.Compare(ops=signs, left=left, comparators=others):
                return self._compare(node, signs, [left, *others])
            case ast.Constant():
                return self._number(node)
            case ast.Name():
                return self._name(node)
            case ast.Call(func=ast.Name() as name, args=arguments, keywords=[]):
                return self._call(node, name, arguments)
        self._other(node)
        return None

    def _all(self, nodes: Sequence[ast.expr], wanted: Kind, result: Kind) -> Kind:
        for node in nodes:
            self.need(node, wanted)
        return result

    def _sum(self, sign: ast.operator, left: ast.expr, right: ast.expr) -> Kind:
        self._products += isinstance(sign, ast.Mult)
        if self._products == MOST_PRODUCTS + 1:
            text = f"There are more than {MOST_PRODUCTS} multiplications here."
            self._refuse(right, "E06", text, "Make it simpler.")
        if isinstance(sign, ast.Div) and not (isinstance(right, ast.Constant) and right.value):
            text = "Only a written number other than 0 may divide."
            self._refuse(right, "E04", text, "For example: sales / 2")
            return self._all([left], "number", "number")
        return self._all([left, right], "number", "number")

    def _compare(
        self, node: ast.expr, signs: Sequence[ast.cmpop], sides: Sequence[ast.expr]
    ) -> Kind:
        if any(not isinstance(sign, _COMPARISONS) for sign in signs):
            text = "Only < <= > >= == != compare in a condition."
            is_is = all(isinstance(sign, ast.Is | ast.IsNot) for sign in signs)
            self._refuse(node, "E04", text, "Write == for is, != for is not." if is_is else EXAMPLE)
            return "flag"
        return self._all(sides, "number", "flag")

    def _number(self, node: ast.Constant) -> Kind | None:
        shown = self._shown(node)
        if shown in _OTHER_TRUTHS:
            self._refuse(node, "E01", f"`{shown}` is not known.", f"Write {_OTHER_TRUTHS[shown]}")
        elif not _NUMBER.fullmatch(shown):
            text = f"`{shown}` may not stand in a condition."
            self._refuse(node, "E04", text, "Write numbers as 12 or 1.5")
        elif shown.endswith(".000"):
            text = f"`{shown}` has a point, which stands before parts of one."
            self._refuse(node, "E04", text, f"Write {shown.replace('.', '')}")
        elif float(shown) >= LARGEST_NUMBER:
            text = f"`{shown}` is too large."
            self._refuse(node, "E04", text, "Numbers stay below a million millions.")
        else:
            return "number"
        return None

    def _name(self, node: ast.Name) -> Kind | None:
        if node.id in ("true", "false"):
            return "flag"
        if node.id in self.vocabulary.values:
            self.names.add(node.id)
            return self.vocabulary.values[node.id]
        if function := self.vocabulary.functions.get(node.id):
            remedy = f"Write {node.id}({', '.join(function.arguments)})"
            self._refuse(node, "E07", f"`{node.id}` needs brackets behind it.", remedy)
        else:
            remedy = suggestion(node.id, self.vocabulary.names())
            if node.id in _OTHER_TRUTHS:
                remedy = f"Write {_OTHER_TRUTHS[node.id]}"
            elif of_a_year := of_the_year(node.id):
                remedy = of_a_year
            elif remedy.endswith("…."):
                remedy += " `longrace names` tells them all."
            self._refuse(node, "E01", f"`{node.id}` is not known.", remedy)
        return None

    def _call(self, node: ast.expr, name: ast.Name, given: Sequence[ast.expr]) -> Kind | None:
        function = self.vocabulary.functions.get(name.id)
        if function is None:
            remedy = suggestion(name.id, self.vocabulary.functions)
            remedy = f"Write {name.id}" if name.id in self.vocabulary.values else remedy
            self._refuse(name, "E01", f"`{name.id}( )` is not known.", remedy)
            return None
        if len(given) != len(function.arguments):
            remedy = f"Write {name.id}({', '.join(function.arguments)})"
            wanted = len(function.arguments)
            text = f"`{name.id}` takes {wanted} in its brackets; here are {len(given)}."
            self._refuse(node, "E07", text, remedy)
            return None
        self.names.add(name.id)
        for argument, kind in zip(given, function.arguments, strict=True):
            self._argument(argument, kind)
        return function.result

    def _argument(self, node: ast.expr, wanted: str) -> None:
        known = self.vocabulary.ids.get(wanted, frozenset())
        if wanted == "number":
            self.need(node, "number")
        elif (name := id_of(node)) is None:
            text = f"Here the id of a {wanted} is needed."
            self._refuse(node, "E07", text, suggestion("", known))
        elif name not in known:
            text = f"There is no {wanted} `{name}`."
            self._refuse(node, "E05", text, suggestion(name, known))
        else:
            self.references.add((wanted, name))

    def _other(self, node: ast.expr) -> None:
        remedy = EXAMPLE
        if isinstance(node, ast.Tuple):
            remedy = "Join conditions with `and` or `or`; write one and a half as 1.5"
        elif isinstance(node, ast.BinOp | ast.UnaryOp):
            remedy = "One may reckon with + - * / only."
        text = f"`{self._shown(node)}` may not stand in a condition."
        self._refuse(node, "E04", text, remedy)
