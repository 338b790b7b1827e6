"""Bytes into text: three encodings, each strict; what fits none is refused with its place."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import tries
from cqpair.read.decode import decode
from cqpair.source import Fault, Reject

FOUR_BYTES = "㐀𠀀㛃"  # characters that GB18030 writes in four bytes, GBK not at all
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"))


def told(rejects: list[Reject]) -> list[tuple[Fault, int | None, int | None]]:
    return [(reject.fault, reject.place.line, reject.place.column) for reject in rejects]


def content(data: bytes) -> tuple[str, str, list[Reject]]:
    text, rejects = decode("a.csv", data)
    assert text is not None
    assert text.path == "a.csv"
    return text.content, text.encoding, rejects


@settings(deadline=None)
@given(texts)
@example("编号,状态\r\n1,已完成\r\n")
@example(FOUR_BYTES)
def test_utf_8_and_anything_with_a_mark_is_read_exactly(text: str) -> None:
    little = b"\xff\xfe" + text.encode("utf-16-le")
    big = b"\xfe\xff" + text.encode("utf-16-be")
    assert content(text.encode("utf-8")) == (text, "utf-8", [])
    assert content(text.encode("utf-8-sig")) == (text, "utf-8", [])
    assert content(little) == content(big) == (text, "utf-16", [])


@settings(deadline=None)
@given(texts)
@example("编号,状态\r\n1,已完成\r\n")
@example(f"备注\n{FOUR_BYTES}\n")
def test_gb18030_is_read_exactly_and_told(text: str) -> None:
    data = text.encode("gb18030")
    if is_utf_8(data) or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return  # what is UTF-8 is read as that, see above
    found, encoding, rejects = content(data)
    assert (found, encoding) == (text, "gb18030")
    assert told(rejects) == [(Fault.LEGACY_ENCODING, 1, 1)]


def is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_a_four_byte_character_takes_gb18030() -> None:
    with pytest.raises(UnicodeEncodeError):
        FOUR_BYTES.encode("gbk")
    assert content(f"备注,{FOUR_BYTES}".encode("gb18030"))[0] == f"备注,{FOUR_BYTES}"


@tries(3)
@given(st.binary())
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\xd8")
@example(b"\xfe\xff\xdc\x00")
@example(b"\xef\xbb\xbf\xff")
@example(b"\x80")
@example(b"\x81")
@example(b"\xff\xfe\x00\x00a\x00\x00\x00")
def test_any_bytes_are_a_text_or_refused_with_a_place(data: bytes) -> None:
    text, rejects = decode("a.csv", data)
    if text is None:
        (reject,) = rejects
        assert reject.fault is Fault.ENCODING
        assert (reject.place.line or 0) >= 1
        assert reject.key in ("read.encoding", "read.nul")
    else:
        assert "\0" not in text.content
        assert {reject.fault for reject in rejects} <= {Fault.LEGACY_ENCODING}


@pytest.mark.parametrize(
    ("data", "line", "byte"),
    [
        (b"\xff\xff\xff", 1, 1),
        (b"a,b\n1,\xff\n", 2, 7),
        (b"a,b\r\n1,2\r\n3,\xff\r\n", 3, 13),
        (b"a,b\r1,2\r3,\xff\r", 3, 11),
        ("编号\n备注\n".encode("gb18030") + b"\xff\n", 3, 11),
        ("编号\n备注\n".encode() + b"\xff\n", 3, 15),
        (b"\xef\xbb\xbfa\nb\n\xff", 3, 8),
        (b"\xff\xfe" + "上上上\n上".encode("utf-16-le") + b"\n", 2, 13),
        (b"\xff\xfe" + "a\r\nb\r\n".encode("utf-16-le") + b"\x00\xd8", 3, 15),
        (b"\xfe\xff" + "上\nਊ".encode("utf-16-be") + b"\xdc\x00", 2, 9),
    ],
)
def test_what_fits_no_encoding_is_refused_at_its_line_and_byte(
    data: bytes, line: int, byte: int
) -> None:
    text, (reject,) = decode("a.csv", data)
    assert text is None
    assert (reject.fault, reject.place.line) == (Fault.ENCODING, line)
    assert reject.params == {"byte": byte, "value": f"{data[byte - 1]:02X}"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("\0", 1, 1),
        ("a,b\n1,\0\n", 2, 3),
        ("a,b\r\n1,2\r\n\0", 3, 1),
        ("a,b\r1,2\r3,\0\r", 3, 3),
        ("编号\n中\0", 2, 2),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_nul_character_is_refused_at_its_place(
    text: str, line: int, column: int, encoding: str
) -> None:
    found, rejects = decode("a.csv", text.encode(encoding))
    assert found is None
    assert told(rejects) == [(Fault.ENCODING, line, column)]


def test_utf_16_without_a_mark_is_no_text() -> None:
    text, (reject,) = decode("a.csv", "a,b\n1,2\n".encode("utf-16-le"))
    assert text is None
    assert reject.key == "read.nul"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_nothing_is_an_empty_text(data: bytes) -> None:
    assert content(data)[0] == ""
    assert content(data)[2] == []
