"""A file is kept for what is in it, and refused in a sentence for anything else."""

import pytest

from mir.errors import RefusalError
from mir.returns.files import LONGEST_NAME, MOST_BYTES, checked, safe_name
from tests.mir.returns.made_files import JPEG, PDF, SHEET, TEXT, WORD, archive, bomb, lying_bomb, png

GOOD = {
    "a.pdf": PDF,
    "a.PNG": png(),
    "a.jpeg": JPEG,
    "phone.jpg": JPEG + b"SEFHe\x00\x00\x00SEFT",
    "a.docx": archive(WORD),
    "a.xlsx": archive(SHEET),
    "a.odt": archive(TEXT),
    "a.txt": "Dŵr, پانی, 🙂\n".encode(),
}


@pytest.mark.parametrize("name", GOOD)
def test_every_kind_on_offer_is_kept(name: str) -> None:
    kept = checked(name, GOOD[name])
    assert (kept.name, kept.content) == (name, GOOD[name])
    ending = name.partition(".")[2].lower()
    assert kept.kind == {"jpeg": "jpg"}.get(ending, ending)


@pytest.mark.parametrize("content", GOOD)
@pytest.mark.parametrize("name", [*GOOD, "a.svg", "a.html", "a.exe", "a.docm", "a", "pdf", ".pdf"])
def test_a_name_that_says_another_kind_is_refused(name: str, content: str) -> None:
    if {name, content} <= {"a.jpeg", "phone.jpg"} or name == content:
        return
    with pytest.raises(RefusalError):
        checked(name, GOOD[content])


BAD = {
    "a program called a PDF": ("a.pdf", b"MZ\x90\x00" + PDF),
    "a PDF that is an archive too": ("a.pdf", PDF + archive(WORD) + b"\n%%EOF"),
    "half a PDF": ("a.pdf", PDF[:20]),
    "a picture that is an archive too": ("a.png", png() + archive(WORD)),
    "a page after a picture": ("a.png", png() + b"<script>alert(1)</script>"),
    "a picture with a wrong sum": ("a.png", png(spoilt=True)),
    "a picture of 10 thousand million points": ("a.png", png(100_000, 100_000)),
    "half a picture": ("a.png", png()[:40]),
    "an archive after a photo": ("a.jpg", JPEG + archive(WORD)),
    "a page called a photo": ("a.jpg", b"\xff\xd8\xff<html>\xff\xd9"),
    "half a photo": ("a.jpg", JPEG[:30]),
    "a photo whose piece reaches beyond it": ("a.jpg", b"\xff\xd8\xff\xe0\xff\xff" + JPEG),
    "a bomb": ("a.docx", bomb()),
    "a bomb that lies about its size": ("a.docx", lying_bomb()),
    "a document with a macro": ("a.docx", archive({**WORD, "word/vbaProject.bin": b"x"})),
    "a document that says macros": (
        "a.docx",
        archive({**WORD, "[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"}),
    ),
    "a part that climbs out": ("a.docx", archive({**WORD, "../../etc/passwd": b"x"})),
    "a part from the root": ("a.docx", archive({**WORD, "/etc/passwd": b"x"})),
    "too many parts": ("a.docx", archive({**WORD, **{f"p{n}": b"" for n in range(2_001)}})),
    "a page before an archive": ("a.docx", b"<html>" + archive(WORD)),
    "a page after an archive": ("a.docx", archive(WORD) + b"<html>"),
    "a page in the note of an archive": ("a.docx", archive(WORD, comment=b"<script>")),
    "two documents in one": ("a.docx", archive({**WORD, **SHEET})),
    "any archive": ("a.docx", archive({"readme.txt": b"x"})),
    "half an archive": ("a.docx", archive(WORD)[:60]),
    "an OpenDocument of another kind": ("a.odt", archive({**TEXT, "mimetype": b"text/html"})),
    "a page called text": ("a.txt", b"  <!doctype html><script>alert(1)</script>"),
    "bytes called text": ("a.txt", b"\x00\x01\x02"),
    "text in no known letters": ("a.txt", b"\xff\xfe\x80"),
    "nothing": ("a.txt", b""),
    "a byte too much": ("a.txt", b"a" * (MOST_BYTES + 1)),
}


@pytest.mark.parametrize("what", BAD)
def test_what_only_looks_like_a_file_is_refused_in_a_sentence(what: str) -> None:
    with pytest.raises(RefusalError) as refused:
        checked(*BAD[what])
    assert refused.value.sentence.startswith("“a.")
    assert refused.value.sentence.endswith((".", "it."))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\log.txt", "log.txt"),
        ("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie: x=1.txt"),
        ("photo\u202egnp.exe.pdf", "photognp.exe.pdf"),
        ("\u200bnothing\x00.pdf", "nothing.pdf"),
        ("<script>alert(1)</script>.txt", "script>.txt"),
        ("  a \t b .txt ", "a b .txt"),
        ("...", "file"),
        ("", "file"),
        ("پانی.pdf", "پانی.pdf"),
    ],
)
def test_a_name_is_only_ever_text(given: str, shown: str) -> None:
    assert safe_name(given) == shown


def test_a_long_name_keeps_its_ending() -> None:
    shown = safe_name("a" * 5_000 + ".docx")
    assert shown.endswith("….docx")
    assert len(shown) <= LONGEST_NAME
