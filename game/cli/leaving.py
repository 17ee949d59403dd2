"""Leaving: how a command ends when it cannot go on.

Exit codes: 0 fine, 1 the answer is no, 2 something the user can mend, 3 our fault.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


def leave(sentence: str, *, code: int) -> NoReturn:
    """Say why, on the error stream, and end with an exit code."""
    print(sentence, file=sys.stderr)
    raise SystemExit(code)


@contextmanager
def mendable(*kinds: type[Exception]) -> Iterator[None]:
    """Within it, an error of these *kinds* is the user's to mend: its text is said, and the exit code is 2."""
    try:
        yield
    except kinds as error:
        leave(str(error), code=2)
