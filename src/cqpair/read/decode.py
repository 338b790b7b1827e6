"""Bytes into text: BOM, else strict UTF-8, else strict GB18030, else a reject with the place.

Guessing an encoding from statistics is wrong on short files; these three are tried in turn and
each is strict, so a text is either right or refused.
"""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from cqpair.source import Fault, Place, Reject, Text, line_and_column

_BOMS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))


def decode(path: str, data: bytes) -> tuple[Text | None, list[Reject]]:
    """The text of a file. GB18030 is read, and told, since other programs may not."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _strict(path, data, codec, len(bom))
    try:
        return _checked(Text(path, data.decode("utf-8")))
    except UnicodeDecodeError as error:
        utf8_stops = error.start
    try:
        text = Text(path, data.decode("gb18030"), "gb18030")
    except UnicodeDecodeError as error:
        return None, [_undecodable(path, data, max(utf8_stops, error.start), "gb18030", 0)]
    told = Reject(Fault.LEGACY_ENCODING, Place(path, 1, 1), "read.legacy-encoding")
    found, rejects = _checked(text)
    return found, rejects or [told]


def _strict(path: str, data: bytes, codec: str, skip: int) -> tuple[Text | None, list[Reject]]:
    """The text in one encoding, behind the `skip` bytes of its mark.

    Else the reject that says where.
    """
    try:
        return _checked(Text(path, data[skip:].decode(codec), codec[:6].rstrip("-")))
    except UnicodeDecodeError as error:
        return None, [_undecodable(path, data, skip + error.start, codec, skip)]


def _undecodable(path: str, data: bytes, at: int, codec: str, skip: int) -> Reject:
    """The reject for the byte at `at`, which is counted from 1 in its sentence."""
    before = data[skip:at].decode(codec, "ignore")
    line, _ = line_and_column(before, len(before))
    params = {"byte": at + 1, "value": f"{data[at]:02X}"}
    return Reject(Fault.ENCODING, Place(path, line), "read.encoding", params)


def _checked(text: Text) -> tuple[Text | None, list[Reject]]:
    """The text, unless it holds a NUL: then it is no text, whatever its encoding."""
    at = text.content.find("\0")
    if at < 0:
        return text, []
    place = Place(text.path, *line_and_column(text.content, at))
    return None, [Reject(Fault.ENCODING, place, "read.nul")]
