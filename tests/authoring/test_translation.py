"""Words of another language: the same rules in other words, gaps told, and a file for translators to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import ScenarioError, check, load_scenario
from game.authoring.emitting import WIDTH, as_comment, as_entry
from game.authoring.load import examine_text, shipped_scenarios, words_beside, words_so_far
from game.authoring.text_ids import text_ids
from game.authoring.translation import plain, skeleton
from game.cli.words import words as begin_words
from game.paths import typed
from tests.authoring.mistake import SMALL
from tests.authoring.mistakes_beside import GERMAN
from tests.command import longrace


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A scenario with German words beside it."""
    (tmp_path / "tea-shop.de.yaml").write_text(GERMAN, encoding="utf-8")
    path = tmp_path / "tea-shop.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_the_small_scenario_has_all_its_german_words(german: Path) -> None:
    assert check(german.with_name("tea-shop.de.yaml")) == []


def test_a_scenario_in_other_words_plays_by_the_same_rules(german: Path) -> None:
    own, other = load_scenario(german), load_scenario(german, language="de")
    assert other.rules_hash == own.rules_hash
    assert (own.title, other.title) == ("The Tea Shop", "Die Teestube")
    assert other.cards[0].choices[1].label == "Löschen"
    assert other.places[1].rule_changes[0].text == "Nun zeigen wir, was zählt."
    assert other.language == "de"


def test_every_word_that_is_no_name_of_a_person_is_another(german: Path) -> None:
    def words(language: str) -> list[str]:
        data = plain(load_scenario(german, language=language))
        return [str(at(data, path)) for path in text_ids(data).values()]

    same = {one for one, other in zip(words("en"), words("de"), strict=True) if one == other}
    assert same == {"Natter", "Jo"}


def test_where_there_are_no_words_the_scenario_speaks_its_own(german: Path) -> None:
    assert load_scenario(german, language="fr").title == "The Tea Shop"
    assert load_scenario(german, language="en").title == "The Tea Shop"


def test_a_gap_is_a_warning_and_keeps_the_original(german: Path) -> None:
    words = german.with_name("tea-shop.de.yaml")
    text = words.read_text(encoding="utf-8").replace("  title: Die Teestube\n", "")
    words.write_text(text, encoding="utf-8")
    assert load_scenario(german, language="de").title == "The Tea Shop"
    assert [(one.code, one.severity) for one in check(words)] == [("T05", "warning")]


def test_words_with_mistakes_are_refused(german: Path) -> None:
    words = german.with_name("tea-shop.de.yaml")
    words.write_text(GERMAN.replace("Löschen", "x" * 49), encoding="utf-8")
    with pytest.raises(ScenarioError, match="49 characters long; 48 fit"):
        load_scenario(german, language="de")


def test_the_text_of_a_translated_scenario_needs_no_other_file(german: Path) -> None:
    german_tea = load_scenario(german, language="de")
    again = examine_text(german_tea.text).scenario
    assert again is not None
    assert (again.title, again.rules_hash) == (german_tea.title, german_tea.rules_hash)


@pytest.mark.parametrize("name", shipped_scenarios())
def test_a_file_to_fill_in_has_every_text_and_what_is_filled_in_comes_back(
    name: str, tmp_path: Path
) -> None:
    scenario = load_scenario(name)
    data = plain(scenario)
    words = {id: str(at(data, path)) for id, path in text_ids(data).items()}
    path = tmp_path / f"{name}.xx.yaml"
    path.write_text(skeleton(scenario, "xx", words), encoding="utf-8")
    assert words_so_far(path) == words
    twin = load_scenario(path)
    assert (
        twin.model_copy(update={"language": scenario.language}).model_dump()
        == scenario.model_dump()
    )
    path.write_text(skeleton(scenario, "xx"), encoding="utf-8")
    (gap,) = check(path)
    assert gap.message.startswith(f"{len(words)} of {len(words)} texts have no words yet")


@pytest.mark.parametrize(
    "text",
    ["short", "a: b # c", "two\nlines\n", "\n odd\n\n", "long words " * 20, "{person} " * 20 + "x"],
)
def test_any_text_is_written_so_that_it_is_read_again(text: str) -> None:
    found = examine_text(
        f"format: long-race-words/1\nof: x\nlanguage: y\ntexts:\n{as_entry('a', text, indent=2)}\n"
    )
    assert all(problem.code == "T01" or "language" in problem.message for problem in found.problems)


def at(data: object, path: tuple[str | int, ...]) -> object:
    """What stands at a path of plain data."""
    for part in path:
        data = data[part]  # type: ignore[index]
    return data


def test_the_lines_of_a_note_stand_in_the_remark_as_their_author_broke_them() -> None:
    lines = ["x" * (WIDTH - 2), "", "and another"]
    assert as_comment("\n".join(lines), indent=2) == f"  # {lines[0]}\n  #\n  # and another"
    folded = as_comment("word " * 60, indent=2).splitlines()
    assert len(folded) > 2
    assert all(len(line) <= WIDTH for line in folded)


def test_the_words_of_a_file_called_otherwise_than_its_scenario_are_found(tmp_path: Path) -> None:
    (tmp_path / "renamed.yaml").write_text(SMALL, encoding="utf-8")
    for _ in range(2):  # begun, then completed
        done = longrace("words", "renamed.yaml", "--language", "de", "--write", folder=tmp_path)
        assert done.stdout.startswith("renamed.de.yaml: "), done.stderr
    (gap,) = check(tmp_path / "renamed.de.yaml")
    assert gap.code == "T05"
    assert "`longrace words " in gap.remedy
    assert "renamed.yaml --language de --write` adds what is missing" in gap.remedy


@pytest.mark.parametrize(
    "name", ["Hat Shop.yaml", "Hutgeschäft.yaml", "HATS (2).yml", "[1] hats.yaml", "null.yaml"]
)
def test_a_scenario_may_lie_in_a_file_of_any_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path(name)
    file.write_text(SMALL, encoding="utf-8")
    begin_words(name, "de", write=True)
    beside = Path(f"{file.stem}.de{file.suffix}")
    assert typed(beside) in capsys.readouterr().out, "it can be copied into a command"
    (gap,) = check(beside)
    assert gap.code == "T05"
    assert f"`longrace words {typed(file)} --language de --write`" in gap.remedy
    text = beside.read_text(encoding="utf-8").replace('  title: ""', "  title: Die Teestube")
    beside.write_text(text, encoding="utf-8")
    assert words_beside(file) == [beside]
    assert load_scenario(file, language="de").title == "Die Teestube"


def test_a_dot_in_a_name_is_told_before_it_is_taken_for_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tea.v2.yaml").write_text(SMALL, encoding="utf-8")
    with pytest.raises(SystemExit):
        begin_words("tea.v2.yaml", "de", write=True)
    assert "rename the file, for example tea-v2.yaml." in capsys.readouterr().err
    assert not Path("tea.de.yaml").exists()


def test_words_are_completed_as_windows_saves_them_and_refused_where_they_are_no_text(
    german: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = german.with_name("tea-shop.de.yaml")
    words.write_text(GERMAN, encoding="utf-8")
    before = words_so_far(words)
    words.write_bytes(b"\xef\xbb\xbf" + GERMAN.replace("\n", "\r\n").encode())
    begin_words(str(words), "de", write=True)
    assert words_so_far(words) == before
    begin_words(str(words), "fr", write=False)
    assert "language: fr" in capsys.readouterr().out
    words.write_bytes(GERMAN.encode("cp1252", errors="replace").replace(b"of:", b"of\xfc:"))
    with pytest.raises(SystemExit):
        begin_words(str(german.with_name("tea-shop.yaml")), "de", write=True)
    assert "error Y05" in capsys.readouterr().err


def test_a_scenario_that_is_nearly_called_so_is_suggested(german: Path) -> None:
    words = german.with_name("tea-shop.de.yaml")
    words.write_text(GERMAN.replace("of: tea-shop", "of: Tea Shop"), encoding="utf-8")
    (missing,) = check(words)
    assert missing.code == "T01"
    assert missing.remedy.startswith("Did you mean `tea-shop`? ")


def test_words_named_in_place_of_their_scenario_lead_to_it(german: Path) -> None:
    words = german.with_name("tea-shop.de.yaml").name
    done = longrace("words", words, "--language", "fr", "--write", folder=german.parent)
    assert done.stdout.startswith("tea-shop.fr.yaml: "), done.stdout + done.stderr
    assert "\nof: tea-shop\n" in german.with_name("tea-shop.fr.yaml").read_text(encoding="utf-8")


def test_words_that_are_checked_beside_their_scenario_are_told_once(german: Path) -> None:
    words = german.with_name("tea-shop.de.yaml")
    words.write_text(GERMAN.replace("Die Teestube", '""'), encoding="utf-8")
    for files in ([german], [german, words], [words]):
        done = longrace("check", *(file.name for file in files), folder=german.parent)
        assert done.stdout.count("T05") == 1, done.stdout + done.stderr
