"""The application: a window, its frames, a stack of screens, and a clock that can be another's.

What a screen is made of is in `kit/`; the screens themselves, in `screens/`; driving it without a
person, in `pilot.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game import paths
from game.authoring.words import Words, WordsError, load_words, system_language
from game.play import access
from game.play.clock import Clock, VirtualClock, WallClock
from game.play.display import NoDisplayError, open_display
from game.play.help import Help
from game.play.kit import settings as settings_file
from game.play.kit.dialog import Dialog
from game.play.kit.keys import HELD_ALONE, Action, chord
from game.play.kit.look import Drawer, Look, fitting_factor
from game.play.kit.music import Music
from game.play.kit.painter import Drawn
from game.play.kit.scene import Scene
from game.play.kit.settings import INTERFACE_SIZES, Settings
from game.play.kit.sound import Loudspeaker
from game.play.kit.widget import Widget
from game.play.speech import Manner, Speaker, find_voice, joined

LEAST_SIZE = (960, 540)
USUAL_SIZE = (1280, 720)
REPEAT = (400, 40)
"""Milliseconds until a held key repeats, and between repeats; only while writing."""

LONGEST_STEP = 0.1
"""Seconds that one frame may pass at most: after a pause of the machine nothing leaps."""


class Screen:
    """What fills the window for a while: builds a tree of widgets and answers to actions.

    `build` is called when it is shown and at each `refresh`; the application, its words and its
    settings are there from then on.
    """

    name = "screen"

    def __init__(self) -> None:
        self._application: Application | None = None
        self._scene: Scene | None = None

    @property
    def app(self) -> Application:
        """The application that shows it."""
        assert self._application is not None, "a screen is built by the application that shows it"
        return self._application

    @property
    def scene(self) -> Scene:
        """Its tree at work."""
        assert self._scene is not None, "a screen has a scene once it is shown"
        return self._scene

    @property
    def words(self) -> Words:
        """The words of the player's language."""
        return self.app.words

    def build(self) -> Widget:
        """The tree of widgets for the state it has now."""
        raise NotImplementedError

    def shown(self) -> None:
        """It came to the top: first shown, or what was over it has gone."""

    def on_action(self, action: Action) -> bool:
        """An action that no widget took; True if it did something. Escape goes back by itself."""
        return False

    def on_tick(self, seconds: float) -> None:
        """A frame's time has passed; not called while another screen is over it."""

    def on_close(self) -> None:
        """The window is being closed: keep what must not be lost. Called for every open screen."""

    def music(self) -> tuple[int, str] | None:
        """The season and the mood that the music is to have; None where it is still, in the season it was in."""
        return None

    def refresh(self) -> None:
        """Build the tree anew; focus, scroll positions and carets of the same ids stay."""
        self.scene.replace(self.build())

    def attach(self, application: Application) -> Scene:
        """Belong to an application and come to life. For the application alone."""
        self._application = application
        passed = self._scene.now if self._scene is not None else 0.0
        self._scene = Scene(
            self.build(),
            application.look,
            application.size,
            say=application.say,
            play=application.loudspeaker.play,
            on_action=self._act,
        )
        self._scene.now = passed  # what was begun before another screen lay over it goes on
        self._scene.lexicon = application.help
        return self._scene

    def question_of(self, light: str) -> str:
        """The question that stands for what a light covers, for whoever is looked at here; empty once it is lit.

        A screen that looks at nobody asks the one that it lies over; where there is none, nothing is lit.
        """
        below = self.app.below(self)
        return below.question_of(light) if below else self.words(f"light.{light}.question")

    def _act(self, action: Action) -> bool:
        if self.on_action(action):
            return True
        if action is Action.HELP:
            self.app.help.almanac()
            return True
        if action is Action.BACK and len(self.app.screens) > 1:
            self.app.pop()
            return True
        return False


class Application:
    """The window and all that outlives a screen; `NoDisplayError` where nothing can be shown."""

    def __init__(
        self,
        *,
        settings: Settings | None = None,
        settings_path: Path | None = None,
        words: Words | None = None,
        clock: Clock | None = None,
        size: tuple[int, int] = USUAL_SIZE,
    ) -> None:
        self.settings_path = settings_path or settings_file.file()
        loaded, self.damaged = settings_file.load(self.settings_path)
        self.settings = settings or loaded
        self.words = words or _words_of(self.settings)
        open_display(self.words)
        self.clock = clock or WallClock()
        self.window = pygame.Window(
            self.words("window.title"), size, resizable=True, allow_high_dpi=True
        )
        self.window.minimum_size = LEAST_SIZE
        self.screens: list[Screen] = []
        self.spoken: list[str] = []
        self.drawn: list[Drawn] = []
        self.drawer = Drawer(paths.assets())
        self.loudspeaker = Loudspeaker(paths.assets() / "sounds", self.settings.effects_volume)
        self.music = Music()
        self.listeners: list[Callable[[str], None]] = []
        self.speaker = Speaker(find_voice())
        self.help = Help(self)
        self._unsaid: list[str] = []
        self.is_running = False
        self.reader: access.ScreenReader | None = None
        self._is_writing = False
        self._catcher: Callable[[str], None] | None = None
        self._last = self.clock.now()
        self._surface = self.window.get_surface()
        self.look = self._new_look()
        if self.settings.full_screen:
            self.window.set_fullscreen(desktop=True)

    # --- screens ------------------------------------------------------------------------------

    @property
    def size(self) -> tuple[int, int]:
        """The window's size in pixels."""
        return self._surface.get_size()

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.screens[-1]

    @property
    def scene(self) -> Scene:
        """The tree of the screen on top."""
        return self.screen.scene

    @property
    def language(self) -> str:
        """The code of the language that is spoken."""
        return self.settings.language or system_language()

    def below(self, screen: Screen) -> Screen | None:
        """The screen that another lies over, if there is one."""
        at = self.screens.index(screen)
        return self.screens[at - 1] if at else None

    def push(self, screen: Screen) -> None:
        """Show a screen over the others."""
        self.screens.append(screen)
        self._show(screen)

    def pop(self) -> None:
        """Take the screen on top away; without another below, the application ends."""
        self.screens.pop()
        if not self.screens:
            self.is_running = False
            return
        self._show(self.screen)

    def replace(self, screen: Screen) -> None:
        """Show a screen in place of the one on top."""
        self.screens.pop()
        self.push(screen)

    def reset(self, screen: Screen) -> None:
        """Show a screen in place of all."""
        self.screens.clear()
        self.push(screen)

    def _show(self, screen: Screen) -> None:
        scene = screen.attach(self)
        self.say(scene.heading)
        screen.shown()

    # --- running ------------------------------------------------------------------------------

    def run(self, first: Screen) -> None:
        """Show a screen and go on until the window is closed or the last screen is left."""
        self.start(first)
        self.reader = access.attach(self)
        try:
            while self.is_running:
                self.frame()
                self.clock.wait()
        finally:
            self.end()

    def start(self, first: Screen) -> None:
        """Show the first screen, without going on by itself: for the pilot."""
        self.is_running = True
        self.push(first)

    def frame(self) -> None:
        """One frame: what happened, the time that passed, the picture."""
        for event in pygame.event.get():
            self._take(event)
            if not self.is_running:
                return
        now = self.clock.now()
        seconds, self._last = now - self._last, now
        self.screen.on_tick(min(seconds, LONGEST_STEP))
        if not self.is_running:
            return
        self.scene.tick(seconds)
        self._play_music(seconds)
        self._draw()
        self._speak()
        if self.reader is not None:
            self.reader.frame()

    def _play_music(self, seconds: float) -> None:
        season, mood = self.screen.music() or (self.music.season, "still")
        self.music.tell(season, mood)
        volume = self.settings.music_volume
        self.music.tick(seconds, volume, has_device=volume > 0 and self.loudspeaker.is_open())

    def close(self) -> None:
        """End, as when the window is closed: every open screen keeps what must not be lost."""
        for screen in reversed(self.screens):
            screen.on_close()
        self.is_running = False

    def end(self) -> None:
        """Put the window and the sound away."""
        self.music.stop()
        self.loudspeaker.close()
        self.speaker.close()
        self.window.destroy()
        pygame.display.quit()

    # --- settings -----------------------------------------------------------------------------

    def change_settings(self, settings: Settings) -> None:
        """Use other settings from now on, and keep them; an unwritable folder is only said."""
        before = self.settings
        self.settings = settings
        if settings.language != before.language:
            self.words = _words_of(settings)
            self.window.title = self.words("window.title")
        if settings.full_screen != before.full_screen:
            self._set_full_screen(settings.full_screen)
        self.loudspeaker.volume = settings.effects_volume
        self._relook()
        if settings.speech != before.speech:
            self._speech_switched()
        try:
            settings_file.save(settings, self.settings_path)
        except OSError as error:
            self.say(self.words("window.not_saved", reason=error.strerror or str(error)))

    def _set_full_screen(self, full: bool) -> None:
        if full:
            self.window.set_fullscreen(desktop=True)
        else:
            self.window.set_windowed()

    def _new_look(self) -> Look:
        keys = self.settings.key_table
        return Look(
            drawer=self.drawer,
            words=self.words,
            factor=fitting_factor(self.size) * self.settings.interface_size,
            text_scale=self.settings.text_scale,
            theme=self.settings.theme,
            reduced_motion=self.settings.reduced_motion,
            terms=self.help.terms,
            projector=self.settings.projector,
            key_label=lambda action: keys.label(action, self.words),
        )

    def _relook(self) -> None:
        look = self._new_look()
        if (look.factor, look.text_scale) != (self.look.factor, self.look.text_scale):
            self.drawer.clear()
        self.look = look
        for screen in self.screens:
            screen.scene.resize(look, self.size)

    # --- speech -------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Speak: kept in `spoken`, and handed to every listener."""
        if text:
            self.spoken.append(text)
            del self.spoken[:-2_000]
            self._unsaid.append(text)
            for listener in self.listeners:
                listener(text)

    def _speak(self) -> None:
        """Say aloud what was said in this frame, where the player wants to hear it."""
        unsaid, self._unsaid = self._unsaid, []
        if unsaid and self.settings.speech:
            self.speaker.say(joined(unsaid), self._manner())

    def _manner(self) -> Manner:
        return Manner(self.language, self.settings.speech_rate, self.settings.speech_volume)

    def _speech_switched(self) -> None:
        """The voice says that it is on, or falls silent; where there is none, a remark says so."""
        self.screen.refresh()
        if not self.settings.speech:
            self.speaker.say("", self._manner())
        elif self.speaker.voice is None:
            about = self.scene.focus or self.scene.root
            self.scene.remark(about, self.words("window.no_voice"))
            self.say(self.words("window.no_voice"))
        else:
            self.say(self.words("window.voice_on"))

    def open(self, dialog: Dialog) -> None:
        """Put a dialog over the screen on top."""
        self.scene.open(dialog)

    def catch_key(self, caught: Callable[[str], None]) -> None:
        """Give the name of the next key pressed to someone, instead of doing what it calls.

        For choosing keys; Escape gives an empty name and changes nothing.
        """
        self._catcher = caught

    # --- what happens -------------------------------------------------------------------------

    def _take(self, event: pygame.Event) -> None:
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                self.close()
            case pygame.WINDOWSIZECHANGED | pygame.WINDOWRESIZED:
                self._resized()
            case pygame.WINDOWEXPOSED | pygame.WINDOWSHOWN | pygame.WINDOWRESTORED:
                self.scene.damage_all()
            case pygame.WINDOWFOCUSGAINED | pygame.WINDOWFOCUSLOST if self.reader is not None:
                self.reader.focused(event.type == pygame.WINDOWFOCUSGAINED)
            case pygame.KEYDOWN:
                self._key(event)
            case pygame.TEXTINPUT:
                if self.scene.writing is not None:
                    self.scene.writing.type(event.text)
            case pygame.TEXTEDITING:
                if self.scene.writing is not None:
                    self.scene.writing.compose(event.text)
            case pygame.MOUSEMOTION | pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP:
                self._mouse(event)
            case pygame.MOUSEWHEEL:
                self.scene.wheel(self._pixels(pygame.mouse.get_pos()), event.precise_y)

    def _resized(self) -> None:
        self._surface = self.window.get_surface()
        self._relook()

    def _key(self, event: pygame.Event) -> None:
        name = chord(event)
        if self._catcher is not None:
            self._catch(event, name)
            return
        writing = self.scene.writing
        if writing is not None and _is_typing(name, writing.composing):
            if name == "ctrl+v":
                writing.type(pygame.scrap.get_text())
            elif not writing.composing:
                writing.edit(name)
            return
        action = self.settings.key_table.action(name)
        if action is None or self._act(action) or self.scene.act(action):
            return
        if action is Action.REPEAT and self.spoken:
            self.say(self.spoken[-1])

    def _catch(self, event: pygame.Event, name: str) -> None:
        if pygame.key.name(event.key) not in HELD_ALONE and self._catcher is not None:
            caught, self._catcher = self._catcher, None
            caught("" if name == "escape" else name)

    def _act(self, action: Action) -> bool:
        """The few actions that are the window's own."""
        match action:
            case Action.BIGGER | Action.SMALLER:
                size = _next_size(
                    self.settings.interface_size, 1 if action is Action.BIGGER else -1
                )
                self.change_settings(self.settings.model_copy(update={"interface_size": size}))
            case Action.FULL_SCREEN:
                full = not self.settings.full_screen
                self.change_settings(self.settings.model_copy(update={"full_screen": full}))
            case Action.SPEAK:
                speech = not self.settings.speech
                self.change_settings(self.settings.model_copy(update={"speech": speech}))
            case _:
                return False
        return True

    def _mouse(self, event: pygame.Event) -> None:
        where = self._pixels(event.pos)
        if event.type == pygame.MOUSEMOTION:
            self.scene.point(where, "move")
        elif event.button == 1:
            self.scene.point(where, "down" if event.type == pygame.MOUSEBUTTONDOWN else "up")

    def _pixels(self, where: tuple[int, int]) -> tuple[int, int]:
        """A point of the window in pixels: on some displays a point is several."""
        (width, height), (across, down) = self.window.size, self.size
        return where[0] * across // max(1, width), where[1] * down // max(1, height)

    def _draw(self) -> None:
        self._listen_to_writing()
        parts = self.scene.paint(self._surface)
        self.drawn = self.scene.drawn
        if parts:
            self.window.flip()

    def _listen_to_writing(self) -> None:
        """Tell the input method when writing begins and ends, and where it is done."""
        writing = self.scene.writing
        if (writing is not None) != self._is_writing:
            self._is_writing = writing is not None
            if self._is_writing:
                pygame.key.start_text_input()
                pygame.key.set_repeat(*REPEAT)
            else:
                pygame.key.stop_text_input()
                pygame.key.set_repeat()
        if writing is not None:
            pygame.key.set_text_input_rect(writing.rect)


def _is_typing(name: str, composing: str) -> bool:
    """Whether a key belongs to the text being written rather than to the key table."""
    if composing:
        return True
    rest = name.removeprefix("shift+")
    own = {"space", "backspace", "delete", "home", "end", "ctrl+v"}
    return len(rest) == 1 or rest in own or (rest.startswith("[") and rest.endswith("]"))


def _words_of(settings: Settings) -> Words:
    """The words that the settings ask for; English where the language asked for is not (any more) there."""
    try:
        return load_words(settings.language or system_language())
    except WordsError:
        return load_words()


def _next_size(size: float, by: int) -> float:
    nearest = min(range(len(INTERFACE_SIZES)), key=lambda place: abs(INTERFACE_SIZES[place] - size))
    return INTERFACE_SIZES[max(0, min(nearest + by, len(INTERFACE_SIZES) - 1))]


__all__ = [
    "Application",
    "Clock",
    "NoDisplayError",
    "Screen",
    "VirtualClock",
    "WallClock",
]
