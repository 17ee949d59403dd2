"""One of each control, in tabs, for tests and for looking at; it is not shipped.

A whole main screen is in `gallery.py`.
"""

from __future__ import annotations

from game.play.kit import (
    STAGES,
    Button,
    Card,
    Choices,
    Column,
    Dialog,
    Heading,
    Icon,
    Option,
    Panel,
    Progress,
    Row,
    Segmented,
    Slider,
    Stack,
    StageMark,
    Tabs,
    Text,
    TextInput,
    Toggle,
    Widget,
)
from game.play.screen import Screen


class Controls(Screen):
    """One of each control, in tabs."""

    name = "controls"

    def __init__(self) -> None:
        super().__init__()
        self.tab = 0
        self.chosen: int | None = None
        self.is_on = True
        self.size = 1
        self.goal = "Forty people who trust us"
        self.volume = 0.6

    def build(self) -> Widget:
        """A card with tabs."""
        pages = [(Option("Controls"), self._controls()), (Option("Words"), self._prose())]
        return Panel(
            Card(
                Column(
                    Heading("Settings and samples", "title"),
                    Tabs(pages, self.tab, self._turn_to),
                    gap=14,
                    grow=1,
                ),
                max_width=900,
                padding=24,
            ),
            padding=24,
        )

    def _turn_to(self, tab: int) -> None:
        self.tab = tab
        self.refresh()

    def _set(self, name: str, value: object) -> None:
        setattr(self, name, value)
        self.refresh()

    def _controls(self) -> Widget:
        return Column(
            Toggle(
                "Reduced motion: guests stand still between weeks",
                self.is_on,
                id="motion",
                on_change=lambda on: self._set("is_on", on),
            ),
            Slider(
                "Volume of effects",
                self.volume,
                id="volume",
                value_words=lambda value: f"{round(value * 100)} %",
                on_change=lambda value: self._set("volume", value),
            ),
            Text("Text size", "label"),
            Segmented(
                [Option("100 %"), Option("115 %"), Option("130 %"), Option("150 %")],
                self.size,
                lambda place: self._set("size", place),
                id="text-size",
            ),
            TextInput(
                "Your goal for the first year, in your own words",
                self.goal,
                id="goal",
                on_change=lambda text: setattr(self, "goal", text),
                placeholder="What would be a good year?",
            ),
            Progress("Replaying under other luck", 0.4, value="20 of 50", id="progress"),
            Row(
                Button("Primary", kind="primary", icon="play", id="primary"),
                Button("Secondary", id="b"),
                Button("Ghost", kind="ghost", id="c"),
                Button("Not now", enabled=False, id="d"),
                Button("Ask", icon="circle-question-mark", id="ask", on_press=self.ask),
                gap=10,
                wrap=True,
            ),
            gap=16,
        )

    def _prose(self) -> Widget:
        return Column(
            Heading("The long race", "display"),
            Text(
                "Everybody starts with **the same few hours** a week. {icon:heart} Some sprint "
                "after every new tool; some take their time; Łukasz, Şebnem and Zoë Ångström "
                "know when to do which → ≥ 5 % ✓ Ω Ж.",
                "lead",
                rich=True,
            ),
            Row(*[StageMark(stage.name, 26) for stage in STAGES], Icon("flag", 26), gap=12),
            Stack(Panel(Text("A quiet panel", "body"), fill="highlight", border="line", radius=10)),
            gap=14,
        )

    def ask(self) -> None:
        """Open a dialog as for a card."""
        options = [
            Option("Answer kindly, where all can see", aside="1 hour"),
            Option("Delete it", "forty people have seen it", aside="no time"),
            Option("Send everyone an automatic thank-you", aside="half an hour"),
        ]
        body = Column(
            Text(
                '"Stale on a Monday," writes a guest, where everyone can read it. Forty people '
                "have seen it so far. Three of them are your friends, waiting to see what you do.",
                "lead",
            ),
            Choices(options, self._choose, id="answer"),
            gap=20,
        )
        self.app.open(
            Dialog(
                "A sour review",
                body,
                icon="message-square-warning",
                head="alert",
                aside="week 23 · in public",
                on_back=self.scene.close,
            )
        )

    def _choose(self, place: int) -> None:
        self.chosen = place
        self.scene.close()
