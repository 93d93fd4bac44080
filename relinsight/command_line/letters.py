"""Consoles that do not know every letter: what they lack is replaced, and told; for machines it is written another way."""

from __future__ import annotations

import codecs
import io
import sys

MOST_TOLD = 5
_lacking: dict[str, None] = {}


def speak_with_what_there_is() -> None:
    """From now on a letter that the console lacks is a question mark and no error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=REPLACED)


def speak_to_a_machine() -> None:
    """From now on such a letter is written as JSON writes it, so that nothing is lost."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=ESCAPED)


def lacking() -> tuple[str, ...]:
    """The first letters that were replaced."""
    return tuple(_lacking)[:MOST_TOLD]


def _replaced(error: UnicodeError) -> tuple[str, int]:
    letters, end = _of(error)
    _lacking.update(dict.fromkeys(letters))
    return "?" * len(letters), end


def _escaped(error: UnicodeError) -> tuple[str, int]:
    letters, end = _of(error)
    pairs = letters.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{pairs[at : at + 4]}" for at in range(0, len(pairs), 4)), end


def _of(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end], error.end


REPLACED, ESCAPED = "relinsight-replaced", "relinsight-escaped"
codecs.register_error(REPLACED, _replaced)
codecs.register_error(ESCAPED, _escaped)
