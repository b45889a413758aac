"""The user's own names."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.entities.known import glossary
from summarizer.entities.known.glossary import Term
from summarizer.entities.names import find_names
from summarizer.errors import ConfigError
from summarizer.types import Kind, Origin
from tests.entities.lines import article


@pytest.fixture
def write(tmp_path: Path):
    def make(text: str, name: str = "names.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return make


def test_csv(write) -> None:
    """A header, comments and empty lines are allowed; the kind is optional."""
    terms = glossary.load(
        write('russian,english,kind\n# заводы\n\nКВЗ,KHP,org\n"Завод, новый",New Plant\n')
    ).terms
    assert terms == (Term("КВЗ", "KHP", Kind.ORG), Term("Завод, новый", "New Plant"))


def test_toml(write) -> None:
    """Names may have a kind."""
    terms = glossary.load(
        write(
            '"Рустам Минниханов" = "Roustam Minnikhanov"\n'
            '"Казань" = { english = "Qazan", kind = "LOC" }\n',
            "names.toml",
        )
    ).terms
    assert terms == (
        Term("Рустам Минниханов", "Roustam Minnikhanov"),
        Term("Казань", "Qazan", Kind.LOC),
    )


@pytest.mark.parametrize("english", ["", "="])
def test_do_not_translate(write, english: str) -> None:
    """No English means: keep the Russian."""
    assert glossary.load(write(f"Сабантуй,{english}\n")).terms[0].english == "Сабантуй"


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("Казань,Kazan\nKazan,Казань\n", "names.csv", r"names.csv, line 2: .*found 'Kazan'"),
        ("Казань,Kazan,CITY\n", "names.csv", r"line 1: the kind is PER, LOC or ORG, found 'CITY'"),
        ("Казань,Kazan\nКазань,Qazan\n", "names.csv", r"line 2: 'Казань' stands on line 1 already"),
        ("Казань,Kazan,LOC,city\n", "names.csv", r"line 1: 4 columns"),
        ("Казань = Kazan\n", "names.toml", r"names.toml is not valid TOML"),
        ('"Казань" = 5\n', "names.toml", r"names.toml, line 1: 'Казань' must be"),
    ],
)
def test_errors_name_file_and_line(write, text: str, name: str, message: str) -> None:
    """What was wrong, where, and what was found."""
    with pytest.raises(ConfigError, match=message):
        glossary.load(write(text, name))


def test_missing_and_binary_files(tmp_path: Path) -> None:
    """A clear message for what cannot be read at all."""
    with pytest.raises(ConfigError, match="cannot read the glossary"):
        glossary.load(tmp_path / "none.csv")
    (tmp_path / "old.csv").write_bytes("Казань,Kazan".encode("cp1251"))
    with pytest.raises(ConfigError, match="is not UTF-8"):
        glossary.load(tmp_path / "old.csv")


def test_terms_are_found_in_any_case_and_beat_every_other_form(write) -> None:
    """The user writes the nominative; surname and full name both follow."""
    names = glossary.load(
        write("Рустам Минниханов,Roustam Minnikhan,PER\nпороховой завод,Powder Works\nКазань,Qazan")
    )
    found = find_names(
        *article(
            "В Казани Рустаму Минниханову показали цех порохового завода.",
            "Минниханов остался доволен.",
        ),
        glossary=names,
    )
    by_english = {entity.english: entity for entity in found}
    assert set(by_english) == {"Roustam Minnikhan", "Powder Works", "Qazan"}
    assert {entity.origin for entity in found} == {Origin.GLOSSARY}
    assert by_english["Qazan"].kind is Kind.LOC
    assert [m.english for m in by_english["Roustam Minnikhan"].mentions][-1] == "Minnikhan"


def test_a_term_for_a_surname(write) -> None:
    """The given name keeps its usual form."""
    names = glossary.load(write("Когогин,Cogoghin\n"))
    found = find_names(*article("Приехал Сергей Когогин."), glossary=names)
    assert [entity.english for entity in found] == ["Sergei Cogoghin"]


def test_report_of_hits_and_misses(write) -> None:
    """The user sees which lines of the file did nothing."""
    names = glossary.load(write("Казань,Qazan\nУфа,Oufa\n"))
    found = find_names(*article("Он живёт в Казани."), glossary=names)
    report = names.report(found)
    assert [term.russian for term in report.hits] == ["Казань"]
    assert [term.russian for term in report.misses] == ["Уфа"]
