"""The settings: what is seen, what is heard, which keys; each takes effect at once and is kept.

What they are and how they are kept is in `game/play/kit/settings.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.authoring.words import languages
from game.play.kit import (
    Action,
    Button,
    Card,
    Column,
    Grid,
    Option,
    Panel,
    Row,
    Scroll,
    Segmented,
    Slider,
    Spacer,
    Tabs,
    Text,
    Toggle,
    Widget,
)
from game.play.kit.keys import DEFAULT_KEYS
from game.play.kit.settings import INTERFACE_SIZES, TEXT_SIZES
from game.play.screen import Screen
from game.play.screens.top_bar import top_bar

IDLE = (Action.LOG, Action.GOALS, Action.WEEK)
"""Actions that no screen answers to so far: a key that does nothing is not offered."""


class SettingsScreen(Screen):
    """Three leaves of controls."""

    name = "settings"

    def __init__(self) -> None:
        super().__init__()
        self.tab = 0
        self.choosing: Action | None = None
        self.languages = languages()

    def build(self) -> Widget:
        """The bar, and a card with the leaf that is open."""
        words = self.words
        tabs = [
            (Option(words("settings.sight"), icon="eye"), self._sight()),
            (Option(words("settings.sound"), icon="volume-2"), self._sound()),
            (Option(words("settings.keys"), icon="keyboard"), self._keys()),
        ]
        leaves = Tabs(tabs, self.tab, self._turn, id="tabs", grow=1)
        card = Card(leaves, padding=(30, 24), grow=6)
        place = Panel(
            Row(Spacer(), card, Spacer(), gap=0, cross="stretch"), padding=(24, 28), grow=1
        )
        return Column(top_bar(self, words("settings.title")), place, gap=0)

    def _turn(self, tab: int) -> None:
        self.tab = tab
        self.refresh()

    def _change(self, name: str, value: object) -> None:
        self.app.change_settings(self.app.settings.model_copy(update={name: value}))
        self.refresh()

    # --- leaves -------------------------------------------------------------------------------

    def _sight(self) -> Widget:
        words, now = self.words, self.app.settings
        toggles = [
            Toggle(words(f"settings.{text}"), on, id=name, on_change=partial(self._change, name))
            for name, text, on in (
                ("high_contrast", "high_contrast", now.high_contrast),
                ("reduced_motion", "less_motion", now.reduced_motion),
                ("full_screen", "full_screen", now.full_screen),
                ("projector", "projector", now.projector),
            )
        ]
        sizes = Column(
            Text(words("settings.text_size"), "label"),
            self._one_of("text_size", TEXT_SIZES, now.text_size),
            Text(words("settings.interface_size"), "label"),
            self._one_of("interface_size", INTERFACE_SIZES, now.interface_size),
            gap=6,
        )
        return Column(self._language(), sizes, *toggles, gap=14)

    def _language(self) -> Widget:
        codes = list(self.languages)

        def choose(place: int) -> None:
            self._change("language", codes[place])

        options = [Option(self.languages[code]) for code in codes]
        at = codes.index(self.app.language) if self.app.language in codes else 0
        return Column(
            Text(self.words("settings.language"), "label"),
            Segmented(options, at, choose, id="language"),
            gap=6,
        )

    def _one_of(self, name: str, sizes: Sequence[float], now: float) -> Widget:
        def choose(place: int) -> None:
            self._change(name, sizes[place])

        options = [Option(self._percent(size)) for size in sizes]
        nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - now))
        return Segmented(options, nearest, choose, id=name)

    def _sound(self) -> Widget:
        now = self.app.settings
        return Column(
            self._slider("effects", "effects_volume", now.effects_volume, self._set_effects),
            self._slider("music", "music_volume", now.music_volume),
            self._speech(),
            gap=18,
        )

    def _slider(
        self,
        name: str,
        field: str,
        value: float,
        on_change: Callable[[float], None] | None = None,
        *,
        least: float = 0,
        most: float = 1,
    ) -> Widget:
        return Slider(
            self.words(f"settings.{name}"),
            value,
            least=least,
            most=most,
            value_words=self._percent,
            on_change=on_change or partial(self._change, field),
            id=name,
        )

    def _set_effects(self, volume: float) -> None:
        self._change("effects_volume", volume)
        self.app.loudspeaker.play("press")

    def _speech(self) -> Widget:
        words, now, voice = self.words, self.app.settings, self.app.speaker.voice
        if voice is None:
            return Text(words("window.no_voice"), colour="soft", id="speech.note")
        key = now.key_table.label
        note = words(
            "settings.speech_by",
            program=voice.program,
            switch=key(Action.SPEAK, words),
            repeat=key(Action.REPEAT, words),
            all=key(Action.READ_ALL, words),
        )
        return Column(
            Toggle(
                words("settings.speech"),
                now.speech,
                id="speech",
                on_change=partial(self._change, "speech"),
            ),
            self._slider("speech_rate", "speech_rate", now.speech_rate, least=0.5, most=3),
            self._slider("speech_volume", "speech_volume", now.speech_volume),
            Text(note, "small", colour="soft", id="speech.note"),
            gap=14,
        )

    def _percent(self, share: float) -> str:
        return self.words("settings.percent", n=round(share * 100))

    def _keys(self) -> Widget:
        words = self.words
        note = (
            words("settings.press_key", action=self._action_name(self.choosing))
            if self.choosing
            else words("settings.keys_note")
        )
        buttons = [self._key_row(action) for action in Action if action not in IDLE]
        usual = Button(
            words("settings.usual_keys"),
            icon="rotate-ccw",
            id="usual-keys",
            on_press=self._usual_keys,
        )
        keys = Column(Grid(*buttons, columns=2, gap=8), usual, gap=14)
        return Column(
            Text(note, "lead", id="keys-note"), Scroll(keys, grow=1, id="keys-list"), gap=12
        )

    def _key_row(self, action: Action) -> Widget:
        """What it does at the left, its key at the right."""
        key = Button(
            self._key_label(action),
            label=self._key_words(action),
            selected=action is self.choosing,
            id=f"key.{action.value}",
            on_press=partial(self._ask_key, action),
            min_width=104,
        )
        name = Text(self._action_name(action), "label", grow=1)
        return Panel(Row(name, key, gap=10), padding=(12, 4), fill="fill", radius=12)

    def _key_label(self, action: Action) -> str:
        return self.app.settings.key_table.label(action, self.words) or self.words(
            "settings.no_key"
        )

    def _action_name(self, action: Action) -> str:
        return self.words(f"settings.action.{action.value}")

    def _key_words(self, action: Action) -> str:
        return self.words(
            "settings.key_of", action=self._action_name(action), key=self._key_label(action)
        )

    def _ask_key(self, action: Action) -> None:
        self.choosing = action
        self.app.catch_key(self._caught)
        self.app.say(
            f"{self.words('settings.press_key', action=self._action_name(action))} "
            f"{self.words('settings.press_key_hint')}"
        )
        self.refresh()

    def _caught(self, key: str) -> None:
        action, self.choosing = self.choosing, None
        if action is not None and key:
            self.app.change_settings(self.app.settings.with_key(action, key))
            self.app.say(self._key_words(action))
        self.refresh()

    def _usual_keys(self) -> None:
        self._change("keys", dict(DEFAULT_KEYS))
