"""Help on any word: what it means where it stands (`pin.py`), and all of them together (`almanac.py`).

Which words there are and what may be told of them is in `game/play/presenters/glossary.py`.
"""

from game.play.help.lexicon import Help

__all__ = ["Help"]
