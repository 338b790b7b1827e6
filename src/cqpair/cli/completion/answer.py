"""What a shell's script is answered when it asks what may stand at the cursor.

The script runs `cqpair` with the words before the cursor, and says by the environment that it asks:
_CQPAIR_COMPLETE is the shell, _CQPAIR_WORD the word under the cursor as far as it was typed. The
answer is UTF-8: a line that says `words`, `files` or `folders`, the last two for what a shell
completes by itself, then a line for each candidate, the word and what it means, parted by a tab.
"""

import os
from collections.abc import Mapping, Sequence

from cqpair.cli import console
from cqpair.cli.completion.line import ROOT, Cursor, Value, read_line, words
from cqpair.cli.completion.values import Asked, Candidate, Files, begins, candidates
from cqpair.messages import say
from cqpair.text import joined, width

ASKS = "_CQPAIR_COMPLETE"

WORD = "_CQPAIR_WORD"

_LISTING = ("33", "63", "64")
"""What bash calls itself in COMP_TYPE when it is about to show candidates, not to put one in."""


def answer(before: Sequence[str], environment: Mapping[str, str]) -> int:
    """Tell the shell that asks what may stand there. Whatever is wrong, it is told nothing."""
    try:
        console.choose_language(before, environment)
        shell, current = environment[ASKS], environment.get(WORD, "")
        found = _found(shell, [_unquoted(word) for word in before], _unquoted(current))
    except Exception:  # a person is in the middle of a line: nothing may come between
        return 1
    if isinstance(found, Files):
        console.answer_data(f"{found.value}\n")
        return 0
    lines = [f"{c.word}\t{c.told}" for c in found]
    if shell == "bash":
        lines = _for_bash(found, environment)
    console.answer_data("".join(f"{line}\n" for line in ("words", *lines)))
    return 0


def _unquoted(word: str) -> str:
    """A word without the quotes that bash hands on, open ones among them."""
    if word[:1] in ("'", '"'):
        return word[1:].removesuffix(word[0])
    return word.replace("\\ ", " ")


def _found(shell: str, before: Sequence[str], current: str) -> list[Candidate] | Files:
    if shell == "bash":  # which takes `--by=area` for three words, and fills in the last
        before = [word for word in before if word != "="]
        current = "" if current == "=" else current
    cursor = read_line(before, current)
    if cursor.value is None:
        return _fitted(shell, _without_value(cursor), cursor)
    data = cursor.data
    found = candidates(Asked(cursor.value, cursor.typed, cursor.command, data))
    if isinstance(found, list) and not found and not current:
        return _fitted(shell, _options(cursor), cursor)
    return found if isinstance(found, Files) else _fitted(shell, found, cursor)


def _without_value(cursor: Cursor) -> list[Candidate]:
    """Commands, or options where the word begins like one or nothing else can follow."""
    if cursor.command == ROOT and not cursor.typed.startswith("-"):
        return list(_commands(cursor))
    return _options(cursor)


def _commands(cursor: Cursor) -> list[Candidate]:
    asked = Asked(Value("COMMAND", "help.command"), cursor.typed, ROOT, None)
    found = candidates(asked)
    return found if isinstance(found, list) else []


def _options(cursor: Cursor) -> list[Candidate]:
    """The options of the command that begin with what was typed, each by its long name."""
    found = []
    for option in words().commands[cursor.command].options:
        long = next((name for name in option.names if name.startswith("--")), option.names[0])
        told = joined(say(option.value.help).splitlines())
        found.append(Candidate(long, told, tuple(n for n in option.names if n != long)))
    return [candidate for candidate in found if begins(candidate, cursor.typed)]


def _fitted(shell: str, found: list[Candidate], cursor: Cursor) -> list[Candidate]:
    """The candidates as the shell can put them in for what was typed."""
    if shell == "fish" or (shell in ("bash", "zsh") and not _shows_characters()):
        found = [_begun(candidate, cursor.typed, shell) for candidate in found]
    return [candidate._replace(word=cursor.before + candidate.word) for candidate in found]


def _begun(candidate: Candidate, typed: str, shell: str) -> Candidate:
    """The candidate by a word of it that begins with what was typed: fish drops any other.

    Where a terminal shows no Chinese, others are given a word without.
    """
    ways = (candidate.word, *candidate.others)
    fits = (way for way in ways if way.casefold().startswith(typed.casefold()))
    if shell != "fish":
        fits = (way for way in ways if way.isascii())
    word = next(fits, candidate.word)
    if word == candidate.word:
        return candidate
    return Candidate(word, candidate.word)


def _shows_characters() -> bool:
    """Whether the locale has Chinese characters; without, shells part them in the middle."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next(filter(None, names), "").casefold().replace("-", "")
    return any(mark in locale for mark in ("utf8", "gb"))


def _for_bash(found: list[Candidate], environment: Mapping[str, str]) -> list[str]:
    """Words alone, or with what they mean where they are listed: bash shows what it would put in.

    What several words have in common is put in, so that all of them may be shown with more.
    """
    if len(found) < 2 or environment.get("COMP_TYPE") not in _LISTING:
        return [candidate.word for candidate in found]
    widest = max(width(candidate.word) for candidate in found)
    columns = int(environment.get("COLUMNS") or 80)
    return [_told(candidate, widest, columns) for candidate in found]


def _told(candidate: Candidate, widest: int, columns: int) -> str:
    """A word and what it means in brackets, no wider than the terminal."""
    room = columns - widest - len("  ()") - 1
    told = candidate.told
    while width(told) > room:
        told = told[:-1]
    if not told:
        return candidate.word
    return f"{candidate.word}{' ' * (widest - width(candidate.word))}  ({told})"
