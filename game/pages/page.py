"""The frame of a page: title, contents, sections of texts, tables and charts, in one file that needs no other.

Everything that is put into it is escaped, but for charts, which `chart.py` draws with escaped words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from game.pages.chart import Chart
from game.pages.palette import DARK, LIGHT
from game.pages.table import Table

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Lines:
    """Sentences, one below the other; *flagged* ones stand out."""

    sentences: tuple[str, ...]
    flagged: bool = False
    kind: str = "lines"


Part = Lines | Table | Chart


@dataclass(frozen=True)
class Section:
    """A part of a page below a heading, with a sentence or two on how to read it."""

    heading: str
    about: str
    parts: tuple[Part, ...]

    @property
    def anchor(self) -> str:
        """What the contents link to."""
        return "".join(letter if letter.isalnum() else "-" for letter in self.heading.lower())


def render(
    title: str, about: str, sections: Sequence[Section], *, made_by: str, language: str = "en"
) -> str:
    """The page as HTML text; *made_by* stands at its foot."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    return environment.get_template("page.html.jinja").render(
        title=title,
        about=about,
        sections=sections,
        made_by=made_by,
        language=language,
        light=LIGHT,
        dark=DARK,
    )
