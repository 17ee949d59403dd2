"""The screen: what fills the window for a while. Those of the game are in `screens/`.

The window that shows one over another is `window.py`; what a screen is made of, in `kit/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.play.kit.keys import Action
from game.play.kit.scene import Scene
from game.play.kit.widget import Widget

if TYPE_CHECKING:
    from game.authoring.words import Words
    from game.play.presenters.glossary import Entry
    from game.play.window import Application


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
            application.help.look_of(self, application.look),
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

    def cast(self) -> Mapping[str, Entry]:
        """Who plays along by name here, by the ids of what is told of them; as with `question_of`, or nobody."""
        below = self.app.below(self)
        return below.cast() if below else {}

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
