"""The rules of the audience in plain Python, for both yardsticks: what a view, a reply and a week do to a tie.

They are the laws of `docs/model-submodels.md` in floating point, person by person, with the standard library's luck.
"""

from __future__ import annotations

import math
from collections import defaultdict
from random import Random

from game.sim.lever import Lever
from tests.benchmarks.yardsticks.scene import (
    HOURS,
    PLACE,
    RUNNERS,
    Post,
    Statistics,
    follows,
    schedule,
    the_parameters,
)

DAY, HOUR, MORNING = 86_400, 3_600, 6 * 3_600
SITTINGS, OUTINGS = (9 * HOUR, 16 * HOUR), (14 * HOUR, 21 * HOUR)
COMPLAINT, ENQUIRY, QUESTION, THANKS = range(4)
ENQUIRIES = (8, 16, 24, 20, 12, 8, 8, 4)  # per cent of the messages, by the stage of the sender
CARRIED_AT_MOST = 6 * HOUR


class Tie:
    """What stands between one person and one runner."""

    __slots__ = (
        "asked",
        "bad",
        "contact",
        "familiarity",
        "good",
        "liking",
        "rules",
        "seen",
        "stage",
    )

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.familiarity = self.liking = self.good = self.bad = self.contact = self.seen = 0.0
        self.stage, self.asked = 0, -1

    def touch(self, familiarity: float, liking: float, good: float = 0.0, bad: float = 0.0) -> None:
        """One effect, and the stage after it."""
        self.familiarity += familiarity * (1 - self.familiarity)
        self.liking += liking * (1 - self.liking if liking > 0 else 1 + self.liking)
        self.good += good
        self.bad += bad
        self.find_stage()

    def see(self, count: int, liking: float, good: float) -> None:
        """The posts of a day: what is new of them counts."""
        rules = self.rules
        new = 1 - self.seen / rules.satiety
        if liking > 0:
            liking *= max(new, -1)
        self.touch(1 - (1 - rules.per_view) ** count, liking, good * max(new, 0))
        self.seen += count

    def fade(self) -> None:
        """A week passes."""
        if not self.familiarity:
            return
        kept = self.rules.kept
        self.familiarity *= kept[0]
        self.liking *= kept[1]
        self.good *= kept[2]
        self.bad *= kept[2]
        self.seen *= kept[3]
        self.find_stage()

    def find_stage(self) -> None:
        """The stage by the ladder; who is in one stays until the value is below its line by the slack."""
        ladder, old = self.rules.ladder, self.stage
        trust = (self.good + 1) / (self.good + self.bad + 2)
        slack = ladder.slack
        if trust < ladder.hostile_trust + (slack if old == 7 else 0) and (
            self.liking < ladder.hostile_liking + (slack if old == 7 else 0)
        ):
            self.stage = 7
        elif self.familiarity < ladder.know - (slack if old else 0):
            self.stage = 0
        elif (
            self.liking < ladder.like - (slack if old in (2, 3, 5) else 0)
            or self.contact < ladder.like_minutes * 60
        ):
            self.stage = 1
        elif (
            trust < ladder.trust - (slack if old == 3 else 0)
            or self.contact < ladder.trust_minutes * 60
        ):
            self.stage = 2
        else:
            self.stage = 3


class Rules:
    """The numbers of the scene, ready for use."""

    def __init__(self, people: int) -> None:
        numbers = the_parameters(people)
        ties, self.inbox, self.ladder = numbers.relationship, numbers.inbox, numbers.ladder
        self.ties, self.per_view, self.satiety = ties, ties.seen_familiarity, ties.satiety_posts
        half_lives = (
            ties.half_life_familiarity_days, ties.half_life_liking_days, ties.half_life_trust_days, ties.satiety_days,
        )  # fmt: skip
        self.kept = [0.5 ** (7 / days) for days in half_lives]
        self.half = numbers.content.stream * 168
        self.usual = self.worth_of(self.inbox.usual_reply_minutes * 60)

    def worth_of(self, wait: float) -> float:
        """What an answer is worth after *wait* seconds."""
        quick, least = self.inbox.quick_minutes * 60, self.inbox.least_worth
        return least + (1 - least) * quick / (quick + wait)


class Person:
    """One of the audience: a tie to each runner, and what else is in the stream. Mesa's agents are such persons."""

    def set_up(self, number: int, rules: Rules, chance: float) -> None:
        """Begin as a stranger to all."""
        self.ties = [Tie(rules) for _ in range(RUNNERS)]
        self.following = [runner for runner in range(RUNNERS) if follows(runner, number)]
        self.hurried = chance < rules.inbox.impatient
        self.stream = 0.0

    def week(self) -> None:
        """A week passes for all ties."""
        for tie in self.ties:
            tie.fade()


class Shop:
    """A runner's inbox: (kind, arrival, person, deadline, service) each."""

    def __init__(self) -> None:
        self.waiting: list[tuple[int, int, int, int, int]] = []
        self.carried = 0.0


class Audience:
    """All that is common to both yardsticks: the days as they pass. Who keeps the time is left to them."""

    def __init__(self, people: list[Person], weeks: int, seed: int) -> None:
        self.random = Random(seed)
        self.rules = Rules(len(people))
        self.people = people
        for number, person in enumerate(people):
            person.set_up(number, self.rules, self.random.random())
        self.followers = [
            [person for person in people if runner in person.following] for runner in range(RUNNERS)
        ]
        self.shops = [Shop() for _ in range(RUNNERS)]
        self.posts = list(reversed(schedule(len(people), weeks)))
        self.posted, self.posted_before = [0] * RUNNERS, [0] * RUNNERS
        self.days: dict[int, list[tuple[Person, Post]]] = defaultdict(list)
        self.later: dict[int, list[tuple[Person, Post, int]]] = defaultdict(list)
        self.by_id: dict[int, Person] = {}
        self.views = self.reactions = self.answered = self.given_up = 0

    def outing(self, now: int) -> None:
        """What was written goes out: who follows sees it or not, and writes or not."""
        chance, half, random = PLACE.seen, self.rules.half, self.random.random
        life, shape = PLACE.half_life_hours * HOUR, PLACE.decay
        today = (now - MORNING) // DAY
        while self.posts and self.posts[-1].written <= now:
            post = self.posts.pop()
            self.posted[post.runner] += 1
            for person in self.followers[post.runner]:
                if random() >= chance * half / (half + person.stream):
                    continue
                second = post.written + int(life * (-math.log2(1 - random())) ** (1 / shape))
                day = (second - MORNING) // DAY
                if day <= today:
                    self.days[today].append((person, post))
                    self.may_write(person, post, second)
                else:
                    self.later[day].append((person, post, second))

    def may_write(self, person: Person, post: Post, second: int) -> None:
        """Who saw a post may write to the runner, once a day."""
        random = self.random.random
        if random() >= post.message:
            return
        second += 60 + int(1800 * random())
        tie, day = person.ties[post.runner], (second - MORNING) // DAY
        if tie.asked == day:
            return
        tie.asked = day
        dice, enquiries = 100 * random(), ENQUIRIES[tie.stage]
        kind = (
            QUESTION if dice < 72 - enquiries else ENQUIRY if dice < 72 else THANKS if dice < 92 else COMPLAINT
        )  # fmt: skip
        inbox = self.rules.inbox
        hours = inbox.impatient_hours if person.hurried else inbox.patience_hours
        patience = int(self.random.expovariate(math.log(2) / (hours * HOUR)))
        service = int(self.random.expovariate(1 / (inbox.reply_minutes * 60))) + 1
        self.shops[post.runner].waiting.append(
            (kind, second, id(person), second + patience, service)
        )
        self.by_id[id(person)] = person

    def sitting(self, runner: int, began: int) -> None:
        """The owner answers by kind, then by arrival, until the time is over; what is unfinished is carried over."""
        shop = self.shops[runner]
        length = HOURS[Lever.REPLY] * 1800 / 12 + shop.carried
        ends, at = began + length, float(began)
        while True:
            ready = [one for one in shop.waiting if one[1] <= at and one[3] > at]
            if not ready:
                coming = [one[1] for one in shop.waiting if at < one[1] < ends]
                if not coming:
                    break
                at = min(coming)
                continue
            message = min(ready)
            if at + message[4] > ends:
                break
            shop.waiting.remove(message)
            at += message[4]
            self.reply(runner, message, at)
        left = any(one[1] <= at for one in shop.waiting)
        shop.carried = min(CARRIED_AT_MOST, ends - at) if left else 0.0

    def reply(self, runner: int, message: tuple[int, int, int, int, int], at: float) -> None:
        """What an answer is worth, by how long it was waited for."""
        rules, person, wait = self.rules, self.by_id[message[2]], at - message[1]
        worth = rules.worth_of(wait) / rules.usual
        inbox = rules.inbox
        expected = HOUR if person.hurried else (
            inbox.expected_hours * HOUR * math.exp(inbox.expected_spread * self.random.gauss(0, 1))
        )  # fmt: skip
        if wait > expected:
            worth *= 1 - inbox.unexpected
        good = rules.ties.reply_trust * worth
        if message[0] == COMPLAINT:
            good = min(good, rules.ties.service_trust)
        tie = person.ties[runner]
        tie.contact += message[4]
        tie.touch(0.1, rules.ties.reply_liking * worth, good)
        self.answered += 1

    def morning(self, now: int) -> None:
        """The attention day closes, the next one opens, and who waited too long gives up."""
        today = (now - MORNING) // DAY
        random = self.random.random
        seen: dict[tuple[int, int], list[float]] = {}
        for person, post in self.days.pop(today - 1, ()):
            self.views += 1
            self.reactions += random() < post.reaction
            sums = seen.setdefault((id(person), post.runner), [0, 0.0, 0.0, person])  # type: ignore[list-item]
            sums[0] += 1
            sums[1] += post.liking
            sums[2] += post.good
        for (_, runner), (count, liking, good, one) in seen.items():
            one.ties[runner].see(count, liking, good)  # type: ignore[attr-defined]
        for person, post, second in self.later.pop(today, ()):
            self.days[today].append((person, post))
            self.may_write(person, post, second)
        for runner, shop in enumerate(self.shops):
            for message in [one for one in shop.waiting if one[3] <= now]:
                shop.waiting.remove(message)
                self.gives_up(runner, message)

    def gives_up(self, runner: int, message: tuple[int, int, int, int, int]) -> None:
        """Who waited too long holds it against the runner; a complaint counts twice, thanks expect nothing."""
        if message[0] == THANKS:
            return
        self.given_up += 1
        weight, inbox = 2 if message[0] == COMPLAINT else 1, self.rules.inbox
        against = inbox.silence_trust * self.rules.ties.bad_weight / 3
        self.by_id[message[2]].ties[runner].touch(
            0, -weight * inbox.silence_liking, 0, weight * against
        )

    def monday(self) -> None:
        """How many posts a week are in each person's stream, from whom they follow."""
        self.posted_before, self.posted = self.posted, [0] * RUNNERS
        for person in self.people:
            person.stream = sum(self.posted_before[runner] for runner in person.following)

    def counted(self) -> Statistics:
        """The statistics so far."""
        ties = [tie for person in self.people for tie in person.ties]
        return Statistics(
            self.views, self.reactions, self.answered, self.given_up, sum(tie.liking for tie in ties) / len(ties),
            sum(tie.familiarity for tie in ties) / len(ties), sum(tie.stage == 1 for tie in ties),
        )  # fmt: skip
