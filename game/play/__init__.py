"""What players see: the window, its widgets, its screens, and a pilot that plays without a person.

In reading order: `kit/` (widgets), `window.py` (the application, with `screen.py`, `inputs.py`,
`clock.py` and `display.py`); `scenarios.py`, `watched_scenario.py`, `saved_runs.py`,
`autosave.py` and `game_session.py` with `unlit_view.py` (what is offered, kept and played); `presenters/` (a run as
words and numbers, without a window), `screens/` (what the game shows), `figures/` (what it
draws), `help/` (what its words mean, over any screen), `access.py` (what screen readers are
told), `speech.py` (the voice of its own); `launch.py` (how the game is started), `pilot.py`
(drives the application for tests), `demonstration.py` and `preview_pictures.py` (by it,
pictures), `endings_survey.py` (endings of many runs), `probe.py` (what this machine can show).
The simulation is played through `game.sim`; nothing in here decides an outcome.

A screen is a class that builds a tree of widgets from the state it has; when the state changes, it
calls `refresh`, and focus, scroll positions and carets of the same ids stay::

    class Title(Screen):
        name = "title"

        def build(self) -> Widget:
            words = self.words  # ids of assets/text/en.yaml
            return Column(
                Bar(
                    Row(
                        Heading(words("title.name")),
                        Spacer(),
                        Meter("Hours", "6", 1.0, icon="clock"),
                    )
                ),
                Panel(
                    Card(
                        Column(
                            Text(words("title.lead"), "lead", rich=True),
                            Button(
                                words("title.start"),
                                kind="primary",
                                shortcut=Action.PRESS,
                                show_key=True,
                                on_press=self._start,
                                id="start",
                            ),
                        ),
                        max_width=560,
                    ),
                    padding=24,
                    grow=1,
                ),
                gap=0,
            )

        def _start(self) -> None:
            self.app.push(Briefing())  # also pop, replace, reset

        def on_action(self, action: Action) -> bool:  # what no widget took
            return action is Action.LOG and self._open_log()


    Application().run(Title())

*Arranging*: `Row`, `Column`, `Grid`, `Stack`, `Spacer`, `Scroll`, `Card`, `Bar`, `Panel`,
`Divider`; `grow` shares what is left over, `gap` and `padding` are design units (1280 x 720 at
100 %), and `FirstThatFits(wide, narrow)` chooses by width: offer a narrow one for text at 200 %.
*Read*: `Text`, `Heading`, `Icon`, `Mark`, `StageMark`, `KeyChip`, `Badge`, `Pips`, `Meter`, `Progress`,
`Item`, `LineChart(series, label=...)`. *Act*: `Button`, `IconButton`, `Toggle`, `Segmented`,
`Tabs`, `Choices`, `Stepper`, `Slider`, `TextInput`. *Draw*: `Canvas(draw, *spots)`, where
`draw(painter, rect)` paints in pixels (`painter.look.px(units)`) and each `Spot` is something on it
to reach, press and hear.
Every widget takes `id, label, hint, tooltip, grow, width, min_width, max_width, min_height, align,
enabled, tone`. Colours are names: of a tone (`ink soft accent line well primary`), of a hue
(`orange sky green blue vermillion purple`) or of a stage (`new know like trust buy`).
*Over a screen*: `self.app.open(Dialog(title, body, icon=..., head="alert", on_back=...))`, closed
by `self.scene.close()`; `self.scene.remark(widget, text)` for a word beside a widget.
*Keys* are actions (`Action`); `shortcut=` on a button calls it from anywhere, `Action.PRESS` makes
it the default button. Escape goes back. *Speech*: `self.app.say(text)`. *Sound*:
`self.scene.play(name)`. *Time*: `on_tick(seconds)`; a `Canvas(moving=True)` is drawn every frame
and has `painter.now`. *Closing the window* calls `on_close` of every open screen: save there.
"""

import os

# before any file here imports pygame, which would greet on the output of the command
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
