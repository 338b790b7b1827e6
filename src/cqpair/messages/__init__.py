"""Every sentence a person reads but those of rules, in Chinese and English, side by side.

`say("topic.key", name=value)` gives the sentence in the language chosen by `use`. Its
topic stands in a module of this package, key → (Chinese, English), which is imported when its first
sentence is asked for. The words of documents, `document.*` and `report.*`, are Chinese only.
What a rule says stands beside the rule, and `fill` puts the values in.

A text that fills a gap in a sentence may come from any cell, so a long one is cut; not in a
document, whose texts are what it is for.
"""

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from errno import errorcode
from functools import cache
from importlib import import_module

from cqpair import CqpairError
from cqpair.text import escape_control, one_line

LANGUAGES = ("zh", "en")

TOPICS = {
    "answers": "answers",
    "cli": "cli",
    "closing": "closing",
    "columns": "columns",
    "completion": "completion",
    "demo": "cli",
    "document": "document",
    "doubles": "doubles",
    "fmt": "cli",
    "help": "help",
    "period": "values",
    "problems": "records",
    "read": "read",
    "reasons": "read",
    "reconcile": "reconcile",
    "records": "records",
    "remarks": "remarks",
    "report": "report",
    "return_file": "return_file",
    "returns": "returns",
    "settings": "settings",
    "shape": "values",
    "store": "read",
    "submissions": "submissions",
    "template": "template",
    "values": "values",
}
"""Each topic and its module, which calls the topic of its own name `TEXTS`, another by its name."""


Bilingual = tuple[str, str]
"""One text in Chinese and in English, with the same gaps."""


_HELD = (32, 33)
"""What Windows says of a file that another program holds; to Python it is a lack of permission."""


LONGEST = 200
"""Characters of a value that a sentence holds; of a longer one it holds the beginning."""


_SHOWN = 60


_WHOLE = frozenset(
    {"path", "place", "places", "ids", "why", "choices", "keys", "names", "near", "candidates"}
)
"""What the program itself puts together: where something is, other sentences, and choices."""


_PLAIN = re.compile(r"[\w./\\（）、，：—-]+")
"""A text that every shell takes for one argument as it is."""


_index = 0


def use(language: str) -> None:
    """Choose the language of all sentences from here on: one of `LANGUAGES`."""
    global _index
    _index = LANGUAGES.index(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """While this is open all sentences are in `language`, and afterwards in that of before."""
    before = _index
    use(language)
    try:
        yield
    finally:
        use(LANGUAGES[before])


def language() -> str:
    """The language in use."""
    return LANGUAGES[_index]


def say(key: str, /, **params: object) -> str:
    """The sentence `topic.key` with `params` filled in. KeyError when there is none."""
    topic, _, name = key.partition(".")
    text = texts_of(topic)[name]
    return _filled(text, params, params) if isinstance(text, str) else fill(text, **params)


@cache
def texts_of(topic: str) -> Mapping[str, str | Bilingual]:
    """The sentences of a topic, by the rest of their key; Chinese alone is one text."""
    module = TOPICS[topic]
    name = "TEXTS" if module == topic else topic.upper()
    texts: Mapping[str, str | Bilingual] = getattr(import_module(f"{__name__}.{module}"), name)
    return texts


def fill(text: Bilingual, /, **params: object) -> str:
    """`text` in the language in use, with `params` filled in."""
    return _filled(text[_index], params, _WHOLE)


def _filled(template: str, params: Mapping[str, object], whole: Container[str]) -> str:
    """A text with its gaps filled; values of the names in `whole` are never cut."""
    if not params:
        return template
    return template.format_map({k: _told(v, k in whole) for k, v in params.items()})


class _Text(str):
    """A text as it is shown; `{key:typed}` is how to type what stood there, its `origin`.

    That is on one line, and in quotes unless every shell does without.
    """

    origin: str

    def __format__(self, spec: str) -> str:
        if spec != "typed":
            return super().__format__(spec)
        typed = escape_control(one_line(self.origin))
        return typed if _PLAIN.fullmatch(typed) else f'"{typed}"'


class _Number(int):
    """A number that can choose a word: `{n} {n:record|records}`, the first for 1 alone."""

    def __format__(self, spec: str) -> str:
        one, _, other = spec.partition("|")
        return super().__format__(spec) if not other else one if self == 1 else other


def _told(value: object, whole: bool) -> object:
    """A value as a sentence may hold it: on one line, of bearable length, and nothing in it acts.

    One that is `whole` is never cut.
    """
    if isinstance(value, int):
        return _Number(value)
    if not isinstance(value, str):
        return value
    cut = not whole and len(value) > LONGEST
    shown = escape_control(value[:_SHOWN]) + say("problems.rest", n=len(value)) if cut else None
    text = _Text(shown or escape_control(value))
    text.origin = shown or value
    return text


def choose(text: str, choices: Collection[str], option: str) -> str:
    """`text`, when it is one of `choices`. CqpairError, which names them, for any other."""
    if text in choices:
        return text
    told = {"option": option, "value": text, "choices": say("cli.or").join(choices)}
    near = _nearest(text, choices)
    raise CqpairError(say("cli.choice-near" if near else "cli.choice", **told, near=near))


def _nearest(text: str, choices: Collection[str]) -> str | None:
    """The one of `choices` that a slip was surely meant for, upper case or lower; None for none."""
    from difflib import get_close_matches

    folded = {choice.casefold(): choice for choice in choices}
    near = get_close_matches(text.strip().casefold(), folded, 1, 0.7)
    return folded[near[0]] if near else None


def reason(error: OSError) -> str:
    """Why the system refused, in the language in use: never in the system's own words."""
    name = errorcode.get(error.errno or 0, str(error.errno or ""))
    if getattr(error, "winerror", None) in _HELD:
        name = "EBUSY"
    try:
        return say(f"reasons.{name}")
    except KeyError:
        return say("reasons.other", code=name) if name else say("reasons.none")


def listed(words: Sequence[str], most: int | None = None) -> str:
    """Words as an enumeration, `甲、乙` or `甲, 乙`; of more than `most` the first, and then …."""
    more = ["…"] if most is not None and len(words) > most else []
    return ("、", ", ")[_index].join([*words[:most], *more])
