"""A name of an organisation, taken apart: its words, its legal form, and what is left without words that say little."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from relinsight.sources.matching.vocabulary import ARTICLES, CONNECTING, FORMS, LONGEST_FORM, SMALL, WRITTEN_OUT
from relinsight.words.name import folded

INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\. ?){2,}(?:[^\W\d_](?!\w))?")
DAM = re.compile(r"\b([ar])['’‘`´]dam\b", re.IGNORECASE)
DAMS = {"a": "amsterdam", "r": "rotterdam"}
AMPERSAND = re.compile("[&+]")
BRACKETED = re.compile(r"\s*\([^()]*\)")
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Spelt:
    """A name as it is compared: folded, its words, its legal forms, its words without these, and those that say something."""

    folded: str
    words: tuple[str, ...]
    forms: frozenset[str]
    written: tuple[str, ...]
    bare: tuple[str, ...]
    core: tuple[str, ...]

    @property
    def without_articles(self) -> tuple[str, ...]:
        """Its words but for articles; of a name of nothing else, all."""
        return tuple(word for word in self.bare if word not in ARTICLES) or self.bare

    @property
    def initials(self) -> frozenset[str]:
        """What its words are called by their first letters, with the small words and without them."""
        return frozenset("".join(word[0] for word in words) for words in (self.written, self.core))


@lru_cache(maxsize=1 << 16)
def spelt(name: str) -> Spelt:
    """Take a name apart."""
    words = _words(name)
    forms, written = _without_forms(words)
    bare = tuple(WRITTEN_OUT.get(word, word) for word in written)
    return Spelt(folded(name), words, forms, written, bare, tuple(word for word in bare if word not in SMALL) or bare)


def without_brackets(name: str) -> str:
    """A name without what stands in brackets, where anything stands before or after them."""
    return BRACKETED.sub("", name).strip() or name


def _words(name: str) -> tuple[str, ...]:
    """The words of a name: signs part them, those that stand for 'and' go, and letters with full stops are one word."""
    plain = folded(DAM.sub(lambda found: DAMS[found[1].lower()], name))
    joined = INITIALS.sub(lambda found: f"{re.sub(r'[. ]', '', found[0])} ", AMPERSAND.sub(" en ", plain))
    words = tuple(WORD.findall(joined))
    return tuple(word for word in words if word not in CONNECTING) or words


def _without_forms(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The legal forms at both ends of a name, and the words between them; a name that is nothing else keeps its words."""
    forms, left = set[str](), words
    while found := _form_at_an_end(left):
        form, left = found
        forms |= {form} - {""}
    return frozenset(forms), left


def _form_at_an_end(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    for length in range(LONGEST_FORM, 0, -1):
        if len(words) > length:
            for form, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
                if form in FORMS:
                    return FORMS[form], rest
    return None
