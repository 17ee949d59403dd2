"""The fourth leaf of the ending: the player's guesses, hits by sureness, and each of them.

They are judged in `game/play/presenters/calibration.py`.
"""

from __future__ import annotations

from game.authoring.words import Words
from game.play.kit import (
    Card,
    Column,
    FirstThatFits,
    Heading,
    Icon,
    Pips,
    Row,
    Scroll,
    Text,
    Widget,
)
from game.play.presenters.calibration import Guesses, GuessLine, Sureness

MOST_PIPS = 12


def guesses_page(guesses: Guesses, words: Words) -> Widget:
    """Hits at the left, each guess at the right; one sentence where there were none."""
    if not guesses.count:
        return Column(Card(Text(words("ending.guesses.none"), "lead"), padding=(24, 20)))
    hits = _hits(guesses, words)
    wide = Row(hits, _list(guesses, words), gap=14, cross="stretch")
    narrow = Column(_hits(guesses, words), _list(guesses, words), gap=12)
    return FirstThatFits(wide, narrow, grow=1)


def _hits(guesses: Guesses, words: Words) -> Widget:
    rows = [_row(one, words) for one in guesses.by_sureness if one.count]
    return Card(
        Column(
            Heading(words("ending.guesses.lead", right=guesses.right, n=guesses.count), "title"),
            *rows,
            Text(guesses.verdict, "lead", id="calibration"),
            gap=16,
        ),
        padding=(24, 18),
        grow=2,
    )


def _row(one: Sureness, words: Words) -> Widget:
    count = min(one.count, MOST_PIPS)
    says = words("ending.guesses.row", says=words(f"predict.{one.id}"), percent=one.percent)
    came = words("ending.guesses.came", right=one.right, n=one.count)
    pips = Pips(round(one.right / one.count * count), count, colour="green", label=says)
    return Column(Row(Text(says, "label", grow=1), Text(came, "number"), gap=12), pips, gap=4)


def _list(guesses: Guesses, words: Words) -> Widget:
    lines = [_guess(one, words) for one in guesses.lines]
    return Card(Scroll(Column(*lines, gap=6), grow=1, id="guess-list"), padding=(22, 16), grow=3)


def _guess(one: GuessLine, words: Words) -> Widget:
    icon = "check" if one.is_right else "x"
    label = words("ending.guesses.came_true" if one.is_right else "ending.guesses.came_false")
    return Row(Icon(icon, 20, disc="well", label=label), Text(one.text, grow=1), gap=12)
