"""Letters: the encodings that a file may be written in, and bytes that are no letters."""

from __future__ import annotations

import codecs
import unicodedata

from tests.damaged.variant import Variant, partners

FILE = "id;naam;plaats\r\nx1;Café ’t Hart;Zoë\r\nx2;Reünie €;Enschede\r\n"
NAMES = {partners(): ["Café ’t Hart", "Reünie €"]}
STRANGE = "holds bytes that are no letters"


def _file(name: str, content: bytes, holds: dict[str, object], read: int = 2, **more: object) -> Variant:
    return Variant(name, {"partner.csv": content}, read=read, holds=holds, **more)


def _one(name: str, cell: str, kept: str, **more: object) -> Variant:
    """A file of one partner whose name is a text with something strange in it."""
    return _file(name, f"id;naam\nx1;{cell}\n".encode(), {partners(): kept}, 1, **more)


VARIANTS = (
    *(
        _file(f"letters of {name}", mark + FILE.encode(codec), NAMES)
        for name, codec, mark in (
            ("UTF-8 without a mark", "utf-8", b""),
            ("UTF-8 with a mark", "utf-8", codecs.BOM_UTF8),
            ("UTF-16 with a mark, low byte first", "utf-16-le", codecs.BOM_UTF16_LE),
            ("UTF-16 with a mark, high byte first", "utf-16-be", codecs.BOM_UTF16_BE),
            ("UTF-16 without a mark, low byte first", "utf-16-le", b""),
            ("UTF-16 without a mark, high byte first", "utf-16-be", b""),
            ("UTF-32 with a mark, low byte first", "utf-32-le", codecs.BOM_UTF32_LE),
            ("UTF-32 with a mark, high byte first", "utf-32-be", codecs.BOM_UTF32_BE),
            ("UTF-32 without a mark, low byte first", "utf-32-le", b""),
            ("UTF-32 without a mark, high byte first", "utf-32-be", b""),
            ("Windows", "windows-1252", b""),
        )
    ),
    _file("two marks before the header", codecs.BOM_UTF8 * 2 + FILE.encode(), NAMES),
    _file(
        "a mark halfway, where two files were joined",
        b"id;naam\nx1;a\n" + codecs.BOM_UTF8 + b"x2;b\n",
        {partners(columns="id, name"): [("x1", "a"), ("x2", "b")]},
    ),
    _file("a mark before a quoted header", codecs.BOM_UTF8 + b'"id";"naam"\nx1;a\nx2;b\n', {partners(): ["a", "b"]}),
    _file(
        "Windows letters in a file that is UTF-8 elsewhere",
        "id;naam\nx1;Café\n".encode() + "x2;Reünie\n".encode("windows-1252"),
        {partners(): ["Café", "Reünie"]},
        said="mixes",
    ),
    _file("letters of Latin-1 that Windows lacks", b"id;naam\nx1;a\x81b\nx2;Caf\xe9\n", {partners("id = 'x2'"): "Café"}),
    _file(
        "letters of old DOS, which nothing names",
        "id;naam\nx1;Café Zuid\nx2;Curaçao\nx3;ì\n".encode("cp850"),
        {partners(): ["Caf\x82 Zuid", "Cura\x87ao", "\x8d"]},
        3,
        said="in naam 3 cells hold letters that were read as others before",
    ),
    _file(
        "letters of an old Mac, named in a profile",
        FILE.encode("mac-roman"),
        NAMES,
        options={"profile": "mac"},
    ),
    _file(
        "a character cut in two at the end",
        "id;naam\nx1;Zoë\nx2;Caf".encode() + "é".encode()[:1],
        {partners("id = 'x1'"): "Zoë"},
        said="mixes",
    ),
    _file(
        "UTF-16 with half a character at the end",
        FILE.encode("utf-16") + b"\x41",
        {partners("id = 'x1'"): "Café ’t Hart"},
        3,
        rejected={4: "The row has one cell where the header has 3; mend the delimiters or quotes."},
        said=STRANGE,
    ),
    _one("an accent that stands apart from its letter", unicodedata.normalize("NFD", "Café Zoë"), unicodedata.normalize("NFD", "Café Zoë")),
    Variant(
        "a name found again whose accents stand apart",
        {
            "partner.csv": "id;naam\nx1;Café Zoë\n".encode(),
            "question.csv": f"id;partner;datum\ny1;{unicodedata.normalize('NFD', 'Café Zoë')};2026-01-01\n".encode(),
        },
        read=2,
        holds={"SELECT partner_id FROM question WHERE id = 'y1'": "x1"},
    ),
    Variant(
        "a header whose accents stand apart",
        {"partner.csv": unicodedata.normalize("NFD", "id;naam;omschrijvïng\nx1;a;b\n").encode()},
        read=1,
        holds={partners(columns="name, about"): ("a", "b")},
    ),
    _one("blanks of every kind around a name", "\u00a0\u2007 Café\u202f\u3000\u2003", "Café"),
    _one("a sign without width before and after a name", "\u200b\u2060Café\ufeff\u200d", "Café"),
    _one("marks of right to left around a name", "\u200fCafé\u200e", "Café"),
    _one("emoji and letters of other scripts", "Café 👩‍👩‍👧 中文 עברית", "Café 👩‍👩‍👧 中文 עברית"),
    _one("a soft hyphen within a word", "Wel\u00adzijn", "Wel\u00adzijn"),
    _one("signs that steer an old terminal", "Ca\x07f\x1bé", "Ca\x07f\x1bé"),
    Variant(
        "a zero byte within a name",
        {"partner.csv": b"id;naam\nx1;a\x00b\nx2;c\n"},
        read=2,
        holds={partners("id = 'x2'"): "c"},
        said="zero bytes",
    ),
    Variant(
        "a file of zero bytes behind its rows",
        {"partner.csv": b"id;naam\nx1;a\nx2;b\n" + bytes(5000)},
        read=2,
        holds={partners(): ["a", "b"]},
    ),
    Variant("a Control-Z of old DOS at the end", {"partner.csv": b"id;naam\nx1;a\nx2;b\n\x1a"}, read=2, holds={partners(): ["a", "b"]}),
    Variant(
        "nothing but zero bytes",
        {"partner.csv": bytes(4096)},
        refused="partner.csv is empty; export it again with a header and rows, or choose another file.",
    ),
    Variant(
        "nothing but the mark of UTF-8",
        {"partner.csv": codecs.BOM_UTF8},
        refused="partner.csv is empty; export it again with a header and rows, or choose another file.",
    ),
    Variant(
        "nothing but the mark of UTF-16",
        {"partner.csv": codecs.BOM_UTF16_LE},
        refused="partner.csv is empty; export it again with a header and rows, or choose another file.",
    ),
    Variant(
        "an encoding in the profile that does not exist",
        {"partner.csv": FILE.encode()},
        options={"profile": "klingon"},
        refused="There is no encoding klingon; name another in the profile, such as utf-8 or windows-1252.",
    ),
    Variant(
        "an encoding in the profile that is no encoding of letters",
        {"partner.csv": FILE.encode()},
        options={"profile": "hex"},
        refused="There is no encoding hex; name another in the profile, such as utf-8 or windows-1252.",
    ),
)
