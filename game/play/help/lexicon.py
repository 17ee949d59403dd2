"""The lexicon: opens explanations over whatever is shown, one from the other, and knows which word stands where.

The sheets themselves are next door in `pin.py` and `almanac.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.authoring.words import Words
from game.play.help.almanac import Almanac
from game.play.help.pin import Pin
from game.play.kit.look import Look
from game.play.kit.terms import Terms
from game.play.presenters.glossary import Entry, entry, forms, ids

if TYPE_CHECKING:
    from game.play.screen import Screen
    from game.play.window import Application

MOST_WORDS = 8
"""How many words one sheet offers at most; the almanac has them all."""


class Help:
    """The lexicon of an application: the player's language, and what may be known where one is."""

    def __init__(self, application: Application) -> None:
        self.app = application
        self._found_for: tuple[Words, dict[str, str]] | None = None
        self._terms = Terms({})

    @property
    def terms(self) -> Terms:
        """The words of the language that is spoken now, and the names of who plays along, as they stand in texts."""
        return self._terms_on(self.app.screen)

    def look_of(self, screen: Screen, look: Look) -> Look:
        """How a screen looks, on which these words and names are met."""
        return replace(look, terms=self._terms_on(screen))

    def _terms_on(self, screen: Screen) -> Terms:
        names = {id: one.word for id, one in screen.cast().items()}
        if self._found_for != (self.app.words, names):
            self._found_for = (self.app.words, names)
            self._terms = Terms(forms(self.app.words), names)
        return self._terms

    def entry(self, term: str) -> Entry:
        """What may be told of a word, or of somebody, on this screen now."""
        somebody = self.app.screen.cast().get(term)
        return somebody or entry(term, self.app.words, self.app.screen.question_of)

    def told(self, term: str) -> str:
        """The same in one text, with the key that keeps it."""
        one = self.entry(term)
        return f"{one.word}: {one.text}"

    def open(self, term: str, about: pygame.Rect) -> None:
        """Keep a word's explanation open beside where it stands, over those that are open already."""
        one = self.entry(term)
        self._pin(one.word, one.text, about, term, covered=one.is_covered)

    def explain(self, text: str, words: Sequence[str], about: pygame.Rect) -> bool:
        """Explain what has the focus, and offer the words in it; False where there is no word to offer."""
        found = {one.term: None for part in words for one in self.terms.find(part)}
        if not found:
            return False
        if len(found) == 1 and not text:
            self.open(next(iter(found)), about)
        else:
            self._pin(self.app.words("help.here"), text, about, "", more=tuple(found))
        return True

    def almanac(self) -> None:
        """Open the book of all words, who plays along first; a second time does nothing."""
        if any(isinstance(one, Almanac) for one in self.app.scene.dialogs):
            return
        words = self.app.words
        entries = [*self.app.screen.cast().values(), *(self.entry(id) for id in ids(words))]
        self.app.open(Almanac(entries, words, self.app.scene.close))

    def _pin(
        self,
        title: str,
        text: str,
        about: pygame.Rect,
        term: str,
        *,
        covered: bool = False,
        more: tuple[str, ...] = (),
    ) -> None:
        """A sheet beside *about*; the words offered in it are those that are not open below it."""
        scene = self.app.scene
        open_now = {one.term for one in scene.dialogs if isinstance(one, Pin)} | {term}
        inside = more or tuple(one.term for one in self.terms.find(text))
        offered = [self.entry(one) for one in inside if one not in open_now][:MOST_WORDS]
        about, top = about.copy(), scene.top
        below = top if isinstance(top, Pin) else None
        pin = Pin(
            title, text, self.app.words, term=term, about=about, over=below, is_covered=covered, inside=offered,
            on_word=lambda word: self.open(word, about), on_back=scene.close,
        )  # fmt: skip
        self.app.open(pin)
