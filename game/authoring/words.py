"""The words that players see: one file a language in `assets/text`, each text found by its id.

What scenario authors write is read next door in this package; what these words are shown on, in
`game/play` and `game/pages`.
"""

from __future__ import annotations

import difflib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from game import paths

ENGLISH = "en"
_ACCENTED = str.maketrans("aeiouAEIOUcnsy", "áéíöûÁÉÍÖÛçñšÿ")
_SLOT_OR_MARK = re.compile(r"(\{[^{}]*\}|\*\*)")


class WordsError(LookupError):
    """A text that is not there, or that cannot be filled in: says which, and in which file."""


class Words:
    """The texts of one language: `words("main.start", hours=6)`.

    A text may hold `{slots}`, filled in by name. A text with the forms `one` and `other` is chosen
    by the slot `n`. With `pseudo`, each is lengthened and accented, for tests of screens. What is not
    among the texts is looked for in those `beside` them, which are of another language.
    """

    def __init__(
        self,
        texts: Mapping[str, str | Mapping[str, str]],
        source: str,
        *,
        pseudo: bool = False,
        beside: Mapping[str, str | Mapping[str, str]] | None = None,
    ) -> None:
        self._texts = {**(beside or {}), **texts}
        self._source = source
        self._pseudo = pseudo
        signs = {"number.thousands": ",", "number.decimal": "."}
        self._signs = {ord(sign): str(self._texts.get(id, sign)) for id, sign in signs.items()}

    def __call__(self, text_id: str, **slots: object) -> str:
        """The text of that id, filled in; an unknown id or slot raises `WordsError`."""
        text = self._form(text_id, slots)
        text = pseudo(text) if self._pseudo else text
        try:
            return text.format_map(slots)
        except KeyError as missing:
            slot = missing.args[0]
            raise WordsError(
                f"{self._source}: the text {text_id!r} has a slot {{{slot}}} nobody filled in; "
                f"give it a value or take it out."
            ) from None
        except (ValueError, IndexError, AttributeError) as error:
            raise WordsError(
                f"{self._source}: the text {text_id!r} has a broken slot ({error}); "
                "write a single brace twice."
            ) from None

    def __contains__(self, text_id: object) -> bool:
        return text_id in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def number(self, amount: float) -> str:
        """An amount as this language writes it: 1,234 and 6.5; or 1.234 and 6,5."""
        whole = round(amount)
        text = f"{whole:,}" if whole == amount else f"{amount:,g}"
        return text.translate(self._signs)

    def forms(self, text_id: str) -> list[str]:
        """A text as written, in each of its forms."""
        text = self._texts[text_id]
        return [text] if isinstance(text, str) else list(text.values())

    def _form(self, text_id: str, slots: Mapping[str, object]) -> str:
        text = self._texts.get(text_id)
        if text is None:
            raise WordsError(self._unknown(text_id))
        if isinstance(text, str):
            return text
        if "n" not in slots:
            raise WordsError(
                f"{self._source}: the text {text_id!r} has forms for one and other; give it n."
            )
        return text["one" if slots["n"] == 1 else "other"]

    def _unknown(self, text_id: str) -> str:
        near = difflib.get_close_matches(text_id, self._texts, n=1)
        remedy = f"did you mean {near[0]!r}?" if near else "add it there."
        return f"{self._source}: there is no text {text_id!r}; {remedy}"


def languages() -> dict[str, str]:
    """The languages there are words for: codes, and what each calls itself."""
    found = {}
    for path in sorted((paths.assets() / "text").glob("*.yaml")):
        with path.open(encoding="utf-8") as lines:
            named = (line.partition(":") for line in lines)
            found[path.stem] = next(
                (name.strip() for key, _, name in named if key == "language"), path.stem
            )
    return found


def system_language(environment: Mapping[str, str] | None = None) -> str:
    """The language of ours that the system is set to, or English; as the system tells it in its environment."""
    told = os.environ if environment is None else environment
    names = [*told.get("LANGUAGE", "").split(":")]
    names += [next((told[one] for one in ("LC_ALL", "LC_MESSAGES", "LANG") if told.get(one)), "")]
    if sys.platform == "win32" and environment is None:
        names += [_of_windows()]
    known = languages()
    wished = (re.split(r"[_.@-]", name.lower())[0] for name in names)
    return next((one for one in wished if one in known), ENGLISH)


def load_words(language: str = ENGLISH, *, pseudo: bool = False) -> Words:
    """The words of a language, from `assets/text`, and the English ones where it has none.

    A missing or broken file raises `WordsError`.
    """
    path = _file(language)
    if language == ENGLISH:
        return read_words(path, pseudo=pseudo)
    return Words(_read(path), path.name, pseudo=pseudo, beside=_read(_file(ENGLISH)))


def read_words(path: Path, *, pseudo: bool = False) -> Words:
    """The words of one file, and no others."""
    return Words(_read(path), path.name, pseudo=pseudo)


def _file(language: str) -> Path:
    return paths.assets() / "text" / f"{language}.yaml"


def _read(path: Path) -> dict[str, str | Mapping[str, str]]:
    try:
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=_loader())
    except FileNotFoundError:
        raise WordsError(
            f"{path.name}: there is no file of that language; there are {', '.join(languages())}."
        ) from None
    except yaml.YAMLError as error:
        raise WordsError(f"{path.name}: this is not readable as YAML: {error}") from None
    if not isinstance(tree, dict):
        raise WordsError(f"{path.name}: texts stand under ids, so the file is a mapping.")
    return dict(_leaves(tree, "", path.name))


def _of_windows() -> str:
    """The language of the desktop of Windows, whose environment does not tell it."""
    import ctypes
    import locale

    kernel: Any = vars(ctypes)["windll"].kernel32
    return locale.windows_locale.get(kernel.GetUserDefaultUILanguage(), "")


def pseudo(text: str) -> str:
    """A text a third longer, accented and in brackets; slots and marks stay as they are."""
    if not any(character.isalpha() for character in text):
        return text
    parts = _SLOT_OR_MARK.split(text)
    inner = "".join(p if _SLOT_OR_MARK.fullmatch(p) else p.translate(_ACCENTED) for p in parts)
    padding = " ".join(["öx"] * max(1, round(len(text) * 0.35 / 3)))
    return f"[{inner} {padding}]"


def _leaves(
    tree: Mapping[object, object], above: str, source: str
) -> Iterator[tuple[str, str | Mapping[str, str]]]:
    for key, value in tree.items():
        text_id = f"{above}.{key}" if above else str(key)
        if isinstance(value, str):
            yield text_id, value
        elif isinstance(value, dict) and value.keys() == {"one", "other"}:
            yield text_id, {str(form): str(text) for form, text in value.items()}
        elif isinstance(value, dict):
            yield from _leaves(value, text_id, source)
        else:
            raise WordsError(f"{source}: {text_id!r} is not a text; put it in quotes.")


def _loader() -> type[yaml.SafeLoader]:
    found: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return found
