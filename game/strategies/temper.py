"""Temper: how somebody answers cards, told by what an option does and never by its merit.

What an option does are its acts, its hours and who sees it. Who has which temper is said by each
archetype; how plans are steered is in `steering.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.sim.decision import Decision, Option, Request
from game.sim.deck import Act, Card, Choice
from game.sim.lever import Care
from game.sim.plan import Automation

BOLD = 3  # claims from here on are bold: the upper two of five

FITTING = (
    # What each kind of setback calls for: inform where nobody is to blame, own up where one is
    # (S5, S6), set right what can be set right, and answer one another's post rather than hide it.
    ("sour_review", ("apologise", "repair", "reply", "explain")),
    ("slip", ("apologise", "repair", "explain")),
    ("claim_found_out", ("apologise", "repair", "explain", "inform")),
    ("machine_talk", ("apologise", "repair", "explain", "reply")),
    ("delegate_slip", ("apologise", "repair", "explain")),
    ("silence", ("apologise", "reply", "repair", "explain")),
    ("rumour", ("inform", "explain", "deny", "reply")),
    ("broken_promise", ("apologise", "repair", "compensate", "explain")),
)


@dataclass(frozen=True)
class Temper:
    """What somebody likes to do when asked, most liked first, and what they would rather not do.

    The words are the acts of the model and the turns that `words_of_act` adds to them.
    *hours_at_most* is what an answer may cost (hours of the week). With *fits*, setbacks are met by
    what they call for.
    """

    likes: tuple[str, ...] = ()
    shuns: tuple[str, ...] = ()
    hours_at_most: float = 20.0
    fits: bool = False

    def answer(self, request: Request) -> Decision:
        """The liked option that *request* offers, or what counts when nobody answers."""
        card = card_of(request)
        offered = [one for one in request.options if one.half_hours <= self.hours_at_most * 2]
        ranked = [
            (rank, index) for index, one in enumerate(offered) if (rank := self._rank(card, one))
        ]
        if not ranked:
            return self._unless_shunned(request, card)
        return request.option(offered[min(ranked)[1]].id)

    def _rank(self, card: Card | None, option: Option) -> int:
        """The place of *option* among the likes, from 1; 0 where it is shunned or not liked."""
        words = words_of(card, option)
        if words & set(self.shuns):
            return 0
        likes = self._likes_about(card)
        return next((index for index, like in enumerate(likes, start=1) if like in words), 0)

    def _likes_about(self, card: Card | None) -> tuple[str, ...]:
        if self.fits and card is not None and card.about is not None:
            return dict(FITTING)[card.about] + self.likes
        return self.likes

    def _unless_shunned(self, request: Request, card: Card | None) -> Decision:
        """The default, or the first option that is not shunned where the default is."""
        mild = [one.id for one in request.options if not words_of(card, one) & set(self.shuns)]
        if not mild or request.default.option in mild:
            return request.default
        return request.option(mild[0])


def card_of(request: Request) -> Card | None:
    """The card of the scenario that *request* asks about; None where the engine itself asks."""
    return request.view.scenario.card(request.name)


def words_of(card: Card | None, option: Option) -> frozenset[str]:
    """What *option* does, in words: its acts and their turns, `quiet` where it does nothing."""
    choice = _choice_of(card, option)
    if choice is None:
        return frozenset((option.id,))
    words = frozenset(word for act in choice.acts for word in words_of_act(act))
    return words or frozenset(("quiet",))


def words_of_act(act: Act) -> Iterable[str]:
    """The act's own name, and what there is to say about how it is done."""
    yield act.act
    if max(act.bold or 0, act.claims or 0) >= BOLD:
        yield "bold"
    if act.automation is not None and act.automation is not Automation.NONE:
        yield "automate"
    if act.automation is Automation.DIRECT:
        yield "automate_direct"
    if act.act == "delegate" and not act.expectations:
        yield "delegate_untold"
    if act.care is Care.BRIEF:
        yield "brief"


def _choice_of(card: Card | None, option: Option) -> Choice | None:
    choices = card.choices if card is not None else ()
    return next((one for one in choices if one.id == option.id), None)
