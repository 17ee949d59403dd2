"""A beginning: five answers become a scenario that works, for its author to change line by line.

The frame lies in `assets/new-scenario.yaml`; `longrace new` asks the questions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

from game import paths
from game.authoring.emitting import as_value, in_quotes
from game.authoring.ids import id_for
from game.authoring.schema import modeline, write_schemas

MOST_YEARS = 10
IN_A_CARD = 4  # spaces before a key of a card


@dataclass(frozen=True)
class Question:
    """One question: what it is called as an option, its words, an example, and how long or large an answer may be."""

    name: str
    words: str
    example: str
    low: int
    high: int
    number: bool = False

    def wrong(self, answer: str) -> str:
        """What is wrong with an answer; nothing where it will do."""
        if not self.number:
            fits = self.low <= len(answer.strip()) <= self.high and answer.isprintable()
            fits = fits and not re.search(r"[{}]", answer)
            return "" if fits else f"write {self.low} to {self.high} characters, without braces"
        given = re.fullmatch(r"[0-9]{1,7}", answer.strip())
        fits = given is not None and self.low <= int(answer) <= self.high
        return "" if fits else f"write a whole number from {self.low:,} to {self.high:,}"


QUESTIONS = (
    Question("business", "What is your business called?", "The Tea Shop", 1, 28),
    Question("sells", "What does it sell?", "tea", 1, 24),
    Question("town", "What is the town called?", "Bramblow", 1, 24),
    Question("people", "How many people live there?", "2000", 50, 100_000, number=True),
    Question("years", "How many years shall it take?", "2", 1, MOST_YEARS, number=True),
)


def name_for(business: str) -> str:
    """What its file is called and its id is: `The Tea Shop` becomes `the-tea-shop`."""
    return id_for(business) or "my-street"


def beginning(answers: dict[str, str], id: str) -> str:
    """The text of a scenario that the answers begin."""
    said = {name: " ".join(answer.split()) for name, answer in answers.items()}
    business, sells, town = said["business"], said["sells"], said["town"]
    years = int(said["years"])
    time = "a year" if years == 1 else f"{years} years"
    summary = (
        f"Hardly anybody in {town} knows {business} yet. You have six hours a week, {time}, and two others who "
        f"sell {sells} too. Who will be remembered at the end of it?"
    )
    review = (
        "{person} has reviewed you with one star and a drawing. The drawing shows a queue, a clock, and "
        f"you, on the telephone. It is a good likeness. All of {town} can see it."
    )
    school = (
        f"“The school has its fair on Saturday,” says {{person}}, “and nobody in {town} can explain {sells} as "
        "you do. There is a table. It wobbles.”"
    )
    frame = Template((paths.assets() / "new-scenario.yaml").read_text(encoding="utf-8"))
    return frame.substitute(
        modeline=modeline(),
        id=id,
        business=in_quotes(business),
        summary=as_value(summary),
        review=as_value(review, indent=IN_A_CARD),
        school=as_value(school, indent=IN_A_CARD),
        people=said["people"],
        crowd=max(5, round(int(said["people"]) / 100) * 5),
        many=min(200, int(said["people"]) // 2),
        regulars=max(3, round(int(said["people"]) / 100)),
        seasons=4 * years,
    )


def begin(answers: dict[str, str], path: Path) -> list[Path]:
    """Write a scenario, and the schemas that editors look for beside it; returns what was written."""
    path.write_text(beginning(answers, path.stem), encoding="utf-8")
    folder = path.parent / "schema"
    return [path, *([] if folder.is_dir() else write_schemas(folder))]
