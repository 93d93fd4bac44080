"""How a verb ends: with its exit code, and with one sentence where something stood in its way."""

from __future__ import annotations

import sys

from relinsight.command_line.letters import lacking, speak_with_what_there_is
from relinsight.words.name import Name
from relinsight.words.text import Text, text


def run() -> int:
    """Run one verb: its exit code."""
    speak_with_what_there_is()
    return _done()


def _done() -> int:
    from relinsight.command_line.main import app

    try:
        app(prog_name="relinsight")
    except SystemExit as end:
        return _checked(int(end.code or 0))
    except OSError as error:
        return _said(_what_the_machine_did(error))
    return 0


def _checked(code: int) -> int:
    """Say which letters stand as a question mark now."""
    if letters := lacking():
        shown = Name(" ".join(f"U+{ord(letter):04X}" for letter in letters))
        _said(text("Your console lacks some letters, which stand as ? here ({letters}); set PYTHONIOENCODING=utf-8.", letters=shown))
    return code


def _what_the_machine_did(error: OSError) -> Text:
    from relinsight.access.machine import why

    reason = Name(error.strerror or type(error).__name__)
    if error.filename is None:
        return why(error, None) or text("A file could not be read or written: {why}.", why=reason)
    return why(error, None) or text("{file} could not be read or written: {why}.", file=Name(str(error.filename)), why=reason)


def _said(reason: Text) -> int:
    from relinsight.command_line.speaking import Exit, say

    print(say(reason), file=sys.stderr)
    return Exit.NOT_DONE
