"""HTML."""

from html.parser import HTMLParser

from summarizer import render
from summarizer.types import Brief, TranslatedArticle

VOID = {"meta"}


class Reader(HTMLParser):
    """Checks that tags nest, and keeps the text, the links and the marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if "href" in found:
            self.links.append(found["href"])
        if "src" in found:
            self.links.append(found["src"])
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "mark" and "title" in found:
            self.marks.append((found["class"], ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["mark"] and self.marks and not self.marks[-1][1]:
            self.marks[-1] = (self.marks[-1][0], data)


def test_the_page_is_whole_and_needs_nothing_beside_it(
    brief: Brief, translated: TranslatedArticle
) -> None:
    """Tags nest, and every link leads to a row of the same page."""
    for page in (
        render.brief(brief, "html"),
        render.translation(translated, "html"),
        render.ledger(translated.ledger, translated.translations, "html"),
    ):
        reader = Reader(page)
        assert all(link[0] == "#" and link[1:] in reader.ids for link in reader.links)
    assert Reader(render.brief(brief, "html")).links == ["#s1", "#s2"]


def test_nothing_in_an_article_becomes_a_tag(brief: Brief) -> None:
    """Angle brackets, ampersands and quotes are escaped everywhere."""
    page = render.brief(brief, "html")
    assert "Visit &lt;to&gt; Astana" in page
    assert "&lt;рад&gt; &amp; *поёт*" in page
    assert "<рад>" not in page


def test_entities_are_marked_in_both_languages(translated: TranslatedArticle) -> None:
    """With kind and status, so that the page can colour them."""
    marks = Reader(render.translation(translated, "html")).marks
    assert ("PER repaired", "Минниханов") in marks
    assert ("PER repaired", "Minnikhanov") in marks
    assert ("DATE kept", "29 декабря") in marks
    assert ("PER missing", "Тихомиров") in marks


def test_flagged_rows_and_their_reasons_are_visible(translated: TranslatedArticle) -> None:
    """The row is shaded and the note stands in it."""
    page = render.translation(translated, "html")
    assert '<tr id="s2" class="flagged">' in page
    assert '<p class="why">sentence 2: «Тихомиров» is not in the English</p>' in page
