"""Mistakes in what lies beside a scenario: packs, words of another language, strategies by rules."""

from __future__ import annotations

from collections.abc import Mapping

from tests.authoring.mistake import SMALL, YEAR, Mistake

PACK = """format: long-race-pack/1
id: square
places:
  - {id: lapel, name: Lapel, kind: professional}
rivals:
  - {id: pinn, name: Pinn's Pantry, plays: flitter, on: [lapel]}
cards:
  - id: rain
    kind: request
    title: Rain
    text: It rains.
    choices:
      - {id: umbrella, label: Take an umbrella, acts: [{act: join_place, place: lapel}]}
      - {id: wet, label: Get wet}
"""


def packs(old: str = "", new: str = "") -> dict[str, str]:
    """A pack in its folder, with a mistake in it."""
    text = PACK.replace(old, new, 1) if old else PACK
    return {"packs/square.yaml": text}


GERMAN = """format: long-race-words/1
of: tea-shop
language: de
texts:
  title: Die Teestube
  summary: Ein Laden, ein Rivale, ein Jahr.
  places.blog.name: Ihr Blog
  places.natter.name: Natter
  places.natter.rule_changes.20.text: Nun zeigen wir, was zählt.
  runners.you.name: Anas Tees
  runners.harry.name: Harrys heißer Tee
  staff.jo.name: Jo
  goals.trusted.label: Vierzig vertrauen dir
  cards.sour_review.title: Eine saure Kritik
  cards.sour_review.text: "{person} schreibt öffentlich: montags schmeckt der Kuchen alt."
  cards.sour_review.choices.answer.label: Freundlich antworten, wo es alle sehen
  cards.sour_review.choices.delete.label: Löschen
  cards.screenshot.title: Jemand hat ein Bild behalten
  cards.screenshot.text: Die Kritik ist wieder da, und nicht allein.
  cards.screenshot.choices.sorry.label: Um Entschuldigung bitten
  cards.screenshot.choices.nothing.label: Nichts sagen
  endings.kettle.title: Der Kessel bleibt heiß
  endings.kettle.text: Bei {business} fragt niemand mehr, was {person} möchte.
  endings.kettle.last: Es ist die Tasse mit dem Sprung.
  endings.pot.title: Eine Kanne
  endings.pot.text: Sie kommen jetzt zu zweit und bestellen eine Kanne.
  endings.street.text: Es gibt eine Straße mit einer Teestube. Es gab schon einmal eine.
"""
BESIDE = {"tea-shop.yaml": SMALL}


def german(code: str, name: str, old: str, new: str, beside: Mapping[str, str] = BESIDE) -> Mistake:
    """A mistake in a file of words."""
    assert old in GERMAN
    return Mistake(code, name, "", GERMAN.replace(old, new, 1), beside, "tea-shop.de.yaml")


RULES = """format: long-race-strategy/1
id: tea
name: Tea time
summary: Tea first.
plan:
  half_hours: {reply: 4, create: 4}
rules:
  - when: waiting_hours > 48
    do:
      - {from: create, to: reply, half_hours: 2}
goals: [trusts]
"""


def by_rules(code: str, name: str, old: str, new: str) -> Mistake:
    """A mistake in a strategy by rules."""
    assert old in RULES
    return Mistake(code, name, "", RULES.replace(old, new, 1))


MARKET = packs("id: square", "id: market")
USES = f"{YEAR}\nuses: [square]"

MISTAKES_BESIDE = (
    # packs
    Mistake("P01", "a pack that is not there", YEAR, "year: 2012\nuses: [sqare]", packs()),
    Mistake("P01", "no packs at all", YEAR, "year: 2012\nuses: [./square.yaml]"),
    Mistake("P01", "a pack from elsewhere", YEAR, "year: 2012\nuses: [../square.yaml]"),
    Mistake("P01", "an entry of a pack that is not there", "name: Jo}", "name: Jo, replaces: joan}\nuses: [squares]"),
    Mistake("P01", "a pack by its id and not its file", YEAR, "year: 2012\nuses: [market]", MARKET),
    Mistake("P02", "a scenario for a pack", YEAR, USES, {"packs/square.yaml": SMALL}),
    Mistake("P03", "a pack that names packs", YEAR, USES, packs("id: square", "id: square\nuses: [square]")),
    Mistake("P04", "a pack named twice", YEAR, "year: 2012\nuses: [square, square]", packs()),
    Mistake("P05", "nothing to stand in for", "name: Jo}", "name: Jo, replaces: joan}"),
    Mistake("P05", "an entry misspelt", YEAR, USES, packs("name: Lapel", "name: Lapel, replaces: badge")),
    Mistake("P06", "a seat in a pack", YEAR, USES, packs("plays: flitter", "plays: flitter, seat: true")),
    Mistake("P07", "a pack called otherwise than its file", YEAR, USES, packs("id: square", "id: market-square")),
    Mistake("Y05", "another encoding in a pack", YEAR, USES, packs("It rains", "Es gie\udcdft")),
    Mistake("S11", "a word not listed in a pack", YEAR, USES, packs("professional", "profesional")),
    Mistake("S01", "an unknown key of a pack", YEAR, USES, packs("cards:", "crads:")),
    Mistake("L01", "an id that a pack has too", YEAR, USES, packs("id: rain", "id: screenshot")),
    # words of another language
    german("T01", "words of nothing", "of: tea-shop", "of: tee-shop", {}),
    german("T02", "words of something broken", "of: tea", "of: tea", {"tea-shop.yaml": SMALL + "x: 1\n"}),
    german("T03", "words that nobody finds", "language: de", "language: fr"),
    german("T03", "words in the same language", "language: de", "language: en"),
    german("T04", "a text that is not there", "delete.label", "delet.label"),
    german("T05", "words that are missing", "  cards.screenshot.choices.sorry.label: Um Entschuldigung bitten\n", ""),
    german("T05", "words that are empty", "title: Die Teestube", 'title: ""'),
    german("L25", "two options with the same words there", "Löschen", "Freundlich antworten, wo es alle sehen"),
    german("L38", "a person taken for a man there", "öffentlich: montags", "öffentlich, dass er montags"),
    german("T06", "a name left out", "{person} schreibt", "Jemand schreibt"),
    german("S12", "words too long", "Löschen", "Ganz schnell löschen, bevor es noch jemand anderer sieht"),
    german("S14", "words of a file with its ending", "of: tea-shop", "of: words/tea-shop.yaml"),
    german("S14", "a language by its name", "language: de", "language: German"),
    german("S16", "words in blocks of blocks", "texts:\n", "texts:\n  goals:\n    trusted: {label: x}\n"),
    german("S14", "a language in capitals", "language: de", "language: DE"),
    german("S16", "words in blocks", "  title: Die Teestube", "  title: {de: Die Teestube}"),
    german("L13", "a slot that is not closed there", "{person} schreibt", "{person schreibt"),
    german("L13", "a slot of their own", "{person} schreibt", "{person} und {wer} schreiben"),
    # strategies by rules
    by_rules("L24", "a rule about trust as if it were people", "waiting_hours > 48", "trust < 48"),
    by_rules("L26", "a rule that always holds", "waiting_hours > 48", "energy <= 100"),
    by_rules("L12", "a rule that never holds", "waiting_hours > 48", "energy > 100"),
    by_rules("L05", "a goal that nothing measures", "goals: [trusts]", "goals: [trussts]"),
    by_rules("L32", "a strategy called otherwise than its file", "id: tea", "id: coffee"),
    by_rules("L32", "a strategy of the game's own", "id: tea", "id: hare"),
    by_rules("L33", "a week too full for rest", "create: 4", "create: 90"),
    by_rules("L33", "a number for the shop floor", "create: 4", "shop: 4"),
    by_rules("L34", "a step that changes nothing", "{from: create, to: reply, half_hours: 2}", "{half_hours: 2}"),
    by_rules("L34", "a step that changes two things", "half_hours: 2", "voice: 2"),
    by_rules("L34", "a step to nowhere", "to: reply, ", ""),
    by_rules("S01", "an unknown key of a step", "half_hours: 2", "hours: 2"),
    by_rules("S11", "a lever not known in a step", "to: reply", "to: replay"),
    by_rules("E01", "a term that no view tells", "waiting_hours > 48", "skill > 48"),
    by_rules("E05", "a measure that grows and is not there", "waiting_hours > 48", "grown(folowers, 8) > 4"),
)  # fmt: skip
