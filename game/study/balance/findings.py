"""What a balance report draws attention to: each finding is one sentence with its numbers.

The numbers come from `weighing.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.pages.number import bounds, share, signed, whole
from game.study.balance.weighing import MOST_WON, PURE, Balance

MOST_NAMED = 12
SELDOM = 0.5  # setbacks a run below which nothing goes wrong
WATCHED = ("kind", "slow", "honest")


def findings(balance: Balance) -> Iterator[str]:
    """Everything that an author should look at, the weightiest first."""
    yield from _of_strategies(balance)
    yield from _of_looks(balance)
    yield from _of_options(balance)
    yield from _of_goals(balance)
    yield from _of_troubles(balance)


def _of_strategies(balance: Balance) -> Iterator[str]:
    for name, part in balance.wins().items():
        if part > MOST_WON:
            won = balance.won(name)
            yield (
                f"{name} wins {share(part)} of the lucks by the yardstick (95 % interval {bounds(won.low, won.high)}), "
                f"more than {share(MOST_WON)}."
            )
    for name in PURE:
        gap = balance.adaptive_less(name)
        if gap.count > 1 and not gap.is_above_zero:
            yield (
                f"adaptive does not surely beat {name}: {signed(gap.mean)}, 95 % interval {signed(gap.low)} to "
                f"{signed(gap.high)}."
            )


def _of_looks(balance: Balance) -> Iterator[str]:
    for look in balance.looks:
        if look.look in WATCHED and look.is_judged and look.best.mean >= MOST_WON:
            yield (
                f"What looks {look.look} is the best in {share(look.best.mean)} of {look.best.count} moments (95 % "
                f"interval {bounds(look.best.low, look.best.high)}); one learns to "
                "click it."
            )


def _of_options(balance: Balance) -> Iterator[str]:
    for card in balance.cards:
        if card.is_indifferent:
            yield f"The options of {card.card} come to the same in all of {card.moments} moments."
        for option in card.options:
            about = f"{option.option} of {card.card}"
            if option.dominated_by:
                by = option.dominated_by
                yield f"{about} is dominated by {by} in all of {option.best.count} moments that decide."
            elif option.is_never_best:
                yield f"{about} is the best in none of {option.best.count} moments that decide."
    unseen = [card.card for card in balance.cards if card.per_run == 0]
    if unseen:
        named = ", ".join(unseen[:MOST_NAMED]) + (", …" if len(unseen) > MOST_NAMED else "")
        yield f"{len(unseen)} of {len(balance.cards)} cards came in no run: {named}."


def _of_goals(balance: Balance) -> Iterator[str]:
    for goal, part in balance.goals.items():
        if part in (0, 1):
            yield f"The goal {goal} is reached by {'everybody' if part else 'nobody'}."


def _of_troubles(balance: Balance) -> Iterator[str]:
    if balance.setbacks() < SELDOM:
        none = share(balance.untroubled)
        yield f"Nothing goes wrong: {whole(balance.setbacks())} setbacks a run, none in {none} of the runs."
    scenario = balance.scenario
    if "difficulty" in scenario.model_fields_set and scenario.difficulty != balance.difficulty:
        yield f"The file says that it is {scenario.difficulty}; the field finds it {balance.difficulty}."
