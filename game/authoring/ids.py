"""Ids made of any name: `The Tea Shop` becomes `the-tea-shop`, `Hüte` becomes `huete`.

What an id may be is declared in `game/sim/part.py`.
"""

from __future__ import annotations

import re
import unicodedata

MOST = 40
_AS_LETTERS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "æ": "ae",
        "ø": "oe",
        "å": "aa",
        "œ": "oe",
        "ł": "l",
    }
)


def id_for(name: str, joint: str = "-") -> str:
    """An id made of a name, its words joined; empty where nothing is left of it."""
    letters = unicodedata.normalize("NFC", name).lower().translate(_AS_LETTERS)
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(one)
    )
    plain = re.sub(r"[^a-z0-9]+" if joint == "-" else r"[^a-z0-9_-]+", joint, bare)
    return re.sub(r"^[^a-z]+", "", plain)[:MOST].strip("-_")
