"""Explanations: a page for each code of a problem. The pages lie in `assets/explanations.yaml`.

What a problem is, and how it is printed: `problems.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game import paths
from game.authoring.tables import read_table

FAMILIES = {
    "Y": "how the file is read",
    "S": "the shape of what is there",
    "L": "what things mean together",
    "E": "conditions",
    "P": "packs",
    "T": "words of another language",
}


@dataclass(frozen=True)
class Explanation:
    """What a code means: what it is, why it matters, a wrong example and a right one."""

    code: str
    what: str
    why: str
    wrong: str
    right: str

    def __str__(self) -> str:
        wrong, right = (_indented(example) for example in (self.wrong, self.right))
        return (
            f"{self.code} ({FAMILIES[self.code[0]]})\n\n{self.what}\n\n{self.why}\n\n"
            f"Wrong:\n{wrong}\n\nRight:\n{right}"
        )


def explanations() -> dict[str, Explanation]:
    """The pages by their codes, in the order of the file."""
    pages = read_table(paths.assets() / "explanations.yaml")
    return {
        code: Explanation(code, page["what"], page["why"], page["wrong"], page["right"])
        for code, page in pages.items()
    }


def _indented(example: str) -> str:
    lines = example.rstrip("\n").split("\n")
    return "\n".join(f"    {line}".rstrip() for line in lines if example.strip()) or "    (nothing)"
