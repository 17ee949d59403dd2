"""The words that players see: one file a language in `assets/text`, each text found by its id.

What scenario authors write is read next door in this package; what these words are shown on, in
`game/play` and `game/pages`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from game import paths

_ACCENTED = str.maketrans("aeiouAEIOUcnsy", "áéíöûÁÉÍÖÛçñšÿ")
_SLOT_OR_MARK = re.compile(r"(\{[^{}]*\}|\*\*)")


class WordsError(LookupError):
    """A text that is not there, or that cannot be filled in: says which, and in which file."""


class Words:
    """The texts of one language: `words("main.start", hours=6)`.

    A text may hold `{slots}`, filled in by name. A text with the forms `one` and `other` is chosen
    by the slot `n`. With `pseudo`, each is lengthened and accented, for tests of screens.
    """

    def __init__(
        self, texts: Mapping[str, str | Mapping[str, str]], source: str, *, pseudo: bool = False
    ) -> None:
        self._texts = dict(texts)
        self._source = source
        self._pseudo = pseudo

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


def languages() -> list[str]:
    """The languages there are words for, by their codes."""
    return sorted(path.stem for path in (paths.assets() / "text").glob("*.yaml"))


def load_words(language: str = "en", *, pseudo: bool = False) -> Words:
    """The words of a language, from `assets/text`; a missing or broken file raises `WordsError`."""
    return read_words(paths.assets() / "text" / f"{language}.yaml", pseudo=pseudo)


def read_words(path: Path, *, pseudo: bool = False) -> Words:
    """The words of one file."""
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
    return Words(dict(_leaves(tree, "", path.name)), path.name, pseudo=pseudo)


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
