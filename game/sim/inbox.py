"""The inbox: a queue of messages that arrive, wait, are answered by priority, or are given up.

Where messages come from is in `views.py`, `trade.py` and `act.py`; what an answer is worth is in `replying.py`.
"""

from __future__ import annotations

import heapq
from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple


class MessageKind(IntEnum):
    """What a message is, in the order in which they are answered."""

    COMPLAINT = 0
    ENQUIRY = 1
    QUESTION = 2
    THANKS = 3


class Message(NamedTuple):
    """One message: arrival (second), who, what, when its sender gives up, and the service it takes (seconds)."""

    arrival: int
    person: int
    kind: MessageKind
    deadline: int
    service: int


@dataclass
class Inbox:
    """Messages waiting, in the order of arrival. *free_at* is when the server is free (a server day and night)."""

    waiting: list[Message] = field(default_factory=list)
    free_at: int = 0

    def add(self, message: Message) -> None:
        """Add *message*; it is there from its arrival on."""
        insort(self.waiting, message)

    def give_up(self, now: int) -> list[Message]:
        """Take out and return the messages whose senders have given up by *now*."""
        if not self.waiting:
            return []
        gone = [message for message in self.waiting if message.deadline <= now]
        if gone:
            self.waiting = [message for message in self.waiting if message.deadline > now]
        return gone

    def is_waited_at(self, now: int) -> bool:
        """Whether a message has arrived and waits at *now*."""
        return bool(self.waiting) and self.waiting[0].arrival <= now

    def count(self, now: int) -> int:
        """Messages that have arrived and wait at *now*."""
        return sum(1 for message in self.waiting if message.arrival <= now)

    def oldest_wait(self, now: int) -> int:
        """Seconds that the longest waiting message has waited."""
        return max(
            (now - message.arrival for message in self.waiting[:1] if message.arrival <= now),
            default=0,
        )

    def serve(
        self,
        began: int,
        ends: int,
        answer: Callable[[Message, int], None],
        *,
        finish: bool = False,
        halves: int = 2,
    ) -> int:
        """Answer by priority, then arrival, from *began* until *ends*; return the second at which the server stops.

        With *finish*, a service in progress at *ends* is finished (the server never leaves). *halves* scales the
        service time: 2 is normal care. A message is taken only if its sender still waits.
        """
        if not self.waiting or self.waiting[0].arrival >= ends:
            return began
        at, coming = began, list(reversed(self.waiting))
        ready: list[tuple[int, int, int, Message]] = []
        left: list[Message] = []
        while at < ends:
            while coming and coming[-1].arrival <= at:
                message = coming.pop()
                heapq.heappush(ready, (message.kind, message.arrival, message.person, message))
            if not ready:
                if not coming or coming[-1].arrival >= ends:
                    break
                at = coming[-1].arrival
                continue
            message = heapq.heappop(ready)[3]
            service = max(1, message.service * halves // 2)
            if message.deadline <= at or (at + service > ends and not finish):
                left.append(message)
                if message.deadline > at:
                    break
                continue
            at += service
            answer(message, at)
        self.waiting = sorted([*left, *coming, *(entry[3] for entry in ready)])
        return at
