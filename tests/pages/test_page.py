"""Pages: whatever is put into them is escaped, they need no other file, and charts show what they are given."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from game.pages.chart import LEFT, Bar, Line, bar_chart, line_chart, nice_top
from game.pages.number import bounds, share, signed, whole
from game.pages.page import Section, render
from game.pages.palette import DARK, DASHES, LIGHT, Palette, shade
from game.pages.table import table
from tests.pages.sample import a_page

NASTY = '<script>alert("&")</script>'
SVG = "{http://www.w3.org/2000/svg}"


class Tags(HTMLParser):
    """The tags of a page, and whether each that was opened is closed."""

    EMPTY = ("meta", "br", "hr", "!doctype")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.met: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append(tag)
        self.attributes += attrs
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    return tags


def test_everything_that_is_put_into_a_page_is_escaped() -> None:
    page = a_page(NASTY)
    assert "script" not in read(page).met
    assert page.count("&lt;script&gt;") >= 12


def test_a_page_needs_nothing_from_elsewhere() -> None:
    attributes = read(a_page("A page")).attributes
    fetched = [
        value
        for name, value in attributes
        if name in ("src", "href") and not str(value).startswith("#")
    ]
    assert fetched == []
    assert "@import" not in a_page("A page")


def test_contents_lead_to_sections() -> None:
    page = render("T", "a", [Section("Who wins?", "", ())], made_by="us")
    assert '<a href="#who-wins-">Who wins?</a>' in page
    assert '<section id="who-wins-">' in page


def test_a_line_stands_higher_where_its_value_is_higher_and_is_named_at_its_end() -> None:
    chart = line_chart(
        "T", [Line("a", (0, 10)), Line("b", (10, 10))], ["1", "2"], along="x", unit="u"
    )
    picture = ElementTree.fromstring(chart.svg)
    lines = [one.attrib["points"].split() for one in picture.iter(f"{SVG}polyline")]
    (x, low), (_, high) = (map(float, point.split(",")) for point in lines[0])
    assert x == LEFT
    assert low > high
    assert lines[0][1] == lines[1][1]
    names = {
        one.text: float(one.attrib["y"])
        for one in picture.iter(f"{SVG}text")
        if one.text in ("a", "b")
    }
    assert abs(names["a"] - names["b"]) >= 17  # level lines, and yet both names can be read
    assert picture.findtext(f"{SVG}title") == "T"


def test_a_bar_is_as_long_as_its_share() -> None:
    picture = ElementTree.fromstring(
        bar_chart("T", [Bar("half", 0.5, (0.25, 0.75)), Bar("all", 1.0), Bar("none", 0)]).svg
    )
    half, whole_bar, none = (float(one.attrib["width"]) for one in picture.iter(f"{SVG}rect"))
    assert whole_bar == pytest.approx(2 * half)
    assert none == 1
    sure, *_ = (one for one in picture.iter(f"{SVG}line") if one.attrib["class"] == "sure")
    assert float(sure.attrib["x2"]) - float(sure.attrib["x1"]) == pytest.approx(half)


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells below 1 titles"):
        table(("one",), [["a", "b"]])
    with pytest.raises(ValueError, match="a value for each tick"):
        line_chart("T", [Line("a", (1,))], ["1", "2"], along="x", unit="u")


def test_numbers_are_written_as_people_read_them() -> None:
    assert [whole(12345.6), whole(3.14), whole(3.0)] == ["12,346", "3.1", "3"]
    assert [whole(0), whole(-2.5)] == ["0", "-2.5"]
    assert [share(0.384), signed(-2.5), signed(2), signed(0)] == ["38 %", "\u22122.5", "+2", "0"]
    assert [bounds(0.123, 0.512), bounds(-0.1, 1.2)] == ["12 to 51 %", "0 to 100 %"]
    assert [nice_top(0), nice_top(7), nice_top(101)] == [1, 8, 120]
    assert nice_top(0.3) == pytest.approx(0.32)


@pytest.mark.parametrize(
    ("most", "labels"),
    [
        (0, ["0", "0.25", "0.50", "0.75", "1.00"]),
        (0.3, ["0", "0.08", "0.16", "0.24", "0.32"]),
        (0.011, ["0", "0.003", "0.006", "0.009", "0.012"]),
        (9, ["0", "2.5", "5.0", "7.5", "10.0"]),
        (4500, ["0", "1,500", "3,000", "4,500", "6,000"]),
    ],
)
def test_an_axis_says_at_which_value_each_of_its_lines_stands(
    most: float, labels: list[str]
) -> None:
    picture = ElementTree.fromstring(
        line_chart("T", [Line("a", (0, most))], ["first", "last"], along="x", unit="u").svg
    )
    texts = [str(one.text) for one in picture.iter(f"{SVG}text")]
    assert texts[:5] == labels


def brightness(colour: str) -> float:
    """Relative luminance, as the WCAG 2.2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_ink_is_readable_on_every_shade_and_names_of_lines_on_paper(look: Palette) -> None:
    assert all(contrast(look.ink, shade(part / 10, look)) > 5.5 for part in range(11))
    assert min(contrast(colour, look.paper) for colour in look.lines[:6]) > 4.5
    assert min(contrast(one, look.paper) for one in (look.ink, look.pale, look.link)) > 7
    assert len(DASHES) == len(look.lines) == len({*look.lines})
    assert re.fullmatch("#[0-9a-f]{6}", shade(2, look))


def test_a_page_brings_both_looks_and_charts_name_no_colour_of_their_own() -> None:
    page = a_page("A page")
    assert LIGHT.paper in page
    assert DARK.paper in page
    assert "prefers-color-scheme: dark" in page
    chart = line_chart(
        "T", [Line("a", (1.0, 2.0), ((0.5, 1.5), (1.0, 3.0)))], ["1", "2"], along="x", unit="u"
    )
    assert "#" not in chart.svg
    band = ElementTree.fromstring(chart.svg).find(f"{SVG}polygon")
    assert band is not None
    assert len(band.attrib["points"].split()) == 4
