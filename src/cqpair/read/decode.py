"""Bytes into text: BOM, else strict UTF-8, else strict GB18030, else a reject with the place.

Guessing an encoding from statistics is wrong on short files; these three are tried in turn and
each is strict, so a text is either right or refused.
"""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from cqpair.source import Fault, Place, Reject, Text


def decode(path: str, data: bytes) -> tuple[Text | None, list[Reject]]:
    """The text of a file. GB18030 is read, and told, since other programs may not."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _strict(path, data, "utf-16", "utf-16")
    if data.startswith(BOM_UTF8):
        return _strict(path, data, "utf-8-sig", "utf-8")
    try:
        return _checked(Text(path, data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError as error:
        utf8_stops = error.start
    try:
        text = Text(path, data.decode("gb18030"), "gb18030")
    except UnicodeDecodeError as error:
        return None, [_undecodable(path, data, max(utf8_stops, error.start))]
    told = Reject(Fault.LEGACY_ENCODING, Place(path, 1, 1), "read.legacy-encoding")
    found, rejects = _checked(text)
    return found, rejects or [told]


def _strict(path: str, data: bytes, codec: str, name: str) -> tuple[Text | None, list[Reject]]:
    try:
        return _checked(Text(path, data.decode(codec), name))
    except UnicodeDecodeError as error:
        return None, [_undecodable(path, data, error.start)]


def _undecodable(path: str, data: bytes, at: int) -> Reject:
    line = data.count(b"\n", 0, at) + 1
    params = {"byte": at + 1, "value": f"{data[at]:02X}"}
    return Reject(Fault.ENCODING, Place(path, line), "read.encoding", params)


def _checked(text: Text) -> tuple[Text | None, list[Reject]]:
    at = text.content.find("\0")
    if at < 0:
        return text, []
    line = text.content.count("\n", 0, at) + 1
    column = at - text.content.rfind("\n", 0, at)
    return None, [Reject(Fault.ENCODING, Place(text.path, line, column), "read.nul")]
