"""What the player has set: sizes, colours, motion, volumes, language, keys; kept in one small file.

The keys' meanings are in `keys.py`; where files may be written, in `game/paths.py`.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game import paths
from game.play.kit.keys import DEFAULT_KEYS, Action, KeyTable
from game.play.kit.theme import HIGH_CONTRAST, STANDARD, Theme

TEXT_SIZES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
PROJECTOR_TEXT = 1.5
INTERFACE_SIZES = (0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5)


def file() -> Path:
    """The settings file of this machine; it need not exist yet."""
    return paths.settings() / "settings.json"


def _default_keys() -> dict[Action, tuple[str, ...]]:
    return dict(DEFAULT_KEYS)


class Settings(BaseModel):
    """All settings; changed by `model_copy(update=...)` or `with_key`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    interface_size: float = Field(
        1.0, ge=0.75, le=2.5, description="times the size that fits the window"
    )
    text_size: float = Field(1.0, ge=1.0, le=2.0, description="times the usual size of text")
    high_contrast: bool = False
    reduced_motion: bool = False
    effects_volume: float = Field(0.6, ge=0, le=1)
    music_volume: float = Field(0.0, ge=0, le=1)
    speech: bool = False
    speech_rate: float = Field(1.0, ge=0.5, le=3, description="times the usual speed of the voice")
    speech_volume: float = Field(0.8, ge=0, le=1)
    full_screen: bool = False
    coach: bool = Field(False, description="whether a bubble says what each thing is for")
    projector: bool = Field(False, description="to be read from the back row")
    language: str = Field(
        "",
        pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]+)*)?$",
        description="a code; empty follows the system",
    )
    keys: dict[Action, tuple[str, ...]] = Field(default_factory=_default_keys)

    @property
    def theme(self) -> Theme:
        """The colours to draw in."""
        return HIGH_CONTRAST if self.high_contrast or self.projector else STANDARD

    @property
    def text_scale(self) -> float:
        """Times the usual size of text, as it is drawn."""
        return max(self.text_size, PROJECTOR_TEXT) if self.projector else self.text_size

    @property
    def key_table(self) -> KeyTable:
        """The keys; an action that the file does not name keeps its usual ones."""
        return KeyTable({**DEFAULT_KEYS, **self.keys})

    def with_key(self, action: Action, name: str) -> Settings:
        """These settings with one key given to an action."""
        return self.model_copy(update={"keys": dict(self.key_table.with_key(action, name).keys)})


def load(path: Path) -> tuple[Settings, str]:
    """The settings of a file and, if it was damaged, the name that it was put aside under.

    A missing file gives the usual settings. A damaged one is renamed, never overwritten or lost.
    """
    try:
        return Settings.model_validate_json(path.read_bytes()), ""
    except FileNotFoundError:
        return Settings(), ""
    except (ValidationError, OSError):
        return Settings(), _set_aside(path)


def save(settings: Settings, path: Path) -> None:
    """Write what differs from the usual, whole or not at all; `OSError` if that cannot be done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (
        json.dumps(
            settings.model_dump(mode="json", exclude_defaults=True), indent=2, ensure_ascii=False
        )
        + "\n"
    )
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _set_aside(path: Path) -> str:
    number = 1
    while (target := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(target)
    except OSError:
        return path.name
    return target.name
