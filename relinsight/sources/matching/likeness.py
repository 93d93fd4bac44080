"""How much two names of organisations are alike: a score from 0 to 100, and in words what makes it.

Names that say the same reach `ALONE`: they are one organisation without anybody being asked. Where a letter or a word is
another one, a person is asked, however high the score: whole numbers, directions, places and denominations part two names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from relinsight.sources.matching.spelt import Spelt, spelt, without_brackets
from relinsight.sources.matching.vocabulary import FORMS, TELLS_APART
from relinsight.words.name import Name
from relinsight.words.quantities import Names
from relinsight.words.text import Text, counted, text

ALONE = 99  # from here on a name is matched by itself
ASKED = 85  # from here on a person is asked; below it the name is new

MOST_OF_A_LETTER = 98
WITH_MORE_WORDS = 90
WITH_BRACKETS = 90
WITH_SHORTER_WORDS = 88
WITH_A_TELLING_WORD = 84
WITH_ANOTHER_WORD = 75
WITH_ANOTHER_FORM = 90
BY_INITIALS = 85
LEAST_INITIALS = 3
LEAST_WORDS = 2
LEAST_BEGINNING = 3  # letters that a word has to share with one that goes on
LETTERS_OF = ((14, 3), (9, 2), (5, 1))  # how many letters may be wrong in a word that is at least so long

SAME = text("the same name")
SIGNS = text("other signs between the words")
APART = text("the same letters, written together or apart")
FORM = text("without the legal form")
OUT = text("an abbreviation written out")
ARTICLE = text("without an article")
ORDER = text("words in another order")
SMALL_WORDS = text("without small words")
OTHER_FORM = text("another legal form")
BESIDE = text("with its abbreviation beside it")
ABBREVIATION = text("an abbreviation of")
SHORTER = text("a word that goes on in the other: {words}")
BRACKETS = text("without what stands in brackets")
LETTERS = counted("one letter differs", "{n} letters differ", 0)
MORE = text("one has more words: {words}")
OTHER = text("other words: {words}")


@dataclass(frozen=True)
class Likeness:
    """How much two names are alike, and why."""

    score: int
    reason: Text

    @property
    def is_sure(self) -> bool:
        """Whether it needs no asking."""
        return self.score >= ALONE


Pair = tuple[Spelt, Spelt]
Key = Callable[[Spelt], object]

# What two names have to share to say the same, the plainest first.
ALIKE: tuple[tuple[int, Text, Key], ...] = (
    (100, SAME, lambda name: name.folded),
    (99, SIGNS, lambda name: name.words),
    (99, APART, lambda name: "".join(name.words)),
    (99, FORM, lambda name: name.written),
    (99, FORM, lambda name: "".join(name.written)),
    (99, OUT, lambda name: name.bare),
    (99, ARTICLE, lambda name: name.without_articles),
    (99, ORDER, lambda name: sorted(name.without_articles)),
    (97, SMALL_WORDS, lambda name: sorted(name.core)),
)


NOTHING = Likeness(0, text("a name without letters"))


def likeness(one: str, other: str) -> Likeness:
    """How much two names are alike; which of them comes first makes no difference."""
    found = _likeness(one, other)
    plain = without_brackets(one), without_brackets(other)
    if plain == (one, other) or found.is_sure:
        return found
    return max(_capped(_likeness(*plain), WITH_BRACKETS, BRACKETS), found, key=lambda each: each.score)


def _likeness(one: str, other: str) -> Likeness:
    first, second = sorted((spelt(one), spelt(other)), key=lambda name: (name.folded, name.words))
    found = _alike((first, second)) or (_by_words((first, second)) if first.words and second.words else NOTHING)
    if first.forms and second.forms and not first.forms & second.forms:
        return _capped(found, WITH_ANOTHER_FORM, OTHER_FORM)
    if first.forms != second.forms and all(map(_tells_apart, first.core)):
        return _capped(found, WITH_ANOTHER_FORM, found.reason)
    return found


def _capped(found: Likeness, most: int, reason: Text) -> Likeness:
    """A likeness that is no more than it may be, with the reason for that where it is."""
    return found if found.score <= most else Likeness(most, reason)


def _alike(pair: Pair) -> Likeness | None:
    """The plainest way in which two names say the same; where there are no words, the signs themselves have to be the same."""
    ways = ALIKE if pair[0].words else ALIKE[:1]
    return next((Likeness(score, reason) for score, reason, key in ways if key(pair[0]) == key(pair[1])), None)


def _by_words(pair: Pair) -> Likeness:
    """What is left when equal words go, and words with a letter wrong."""
    left = tuple(_without_own_initials(name, other) for name, other in (pair, pair[::-1]))
    gone = sum(len(name.core) - len(words) for name, words in zip(pair, left, strict=True))
    one, other, letters = _unlike(*left)
    if not one and not other:
        return _but_for_letters(pair, letters) if letters else Likeness(MOST_OF_A_LETTER, BESIDE if gone else APART)
    if short := _shortened(pair, one, other):
        return short
    return _more(pair, one + other) if not one or not other else _others(pair, one + other)


def _but_for_letters(pair: Pair, letters: int) -> Likeness:
    return Likeness(min(MOST_OF_A_LETTER, _ratio(pair)), Text(LETTERS.message, (("n", letters),), LETTERS.many, letters))


def _more(pair: Pair, words: list[str]) -> Likeness:
    most = WITH_A_TELLING_WORD if any(map(_tells_apart, words)) else WITH_MORE_WORDS
    return Likeness(min(most, _ratio(pair)), MORE.with_values(words=_said(words)))


def _others(pair: Pair, words: list[str]) -> Likeness:
    return Likeness(min(WITH_ANOTHER_WORD, _ratio(pair)), OTHER.with_values(words=_said(words)))


def _said(words: Iterable[str]) -> Names:
    return Names(tuple(map(Name, sorted(words))))


def _ratio(pair: Pair) -> int:
    """The share of letters that agree, of 100: as the words stand, or in the order of the alphabet."""
    plain, ordered = ([" ".join(order(name.core)) for name in pair] for order in (list, sorted))
    return round(max(fuzz.ratio(*plain), fuzz.ratio(*ordered)))


def _digits(word: str) -> list[str]:
    return [sign for sign in word if sign.isdigit()]


def _tells_apart(word: str) -> bool:
    return word in TELLS_APART or not word.isalpha()


def _without_own_initials(name: Spelt, other: Spelt) -> list[str]:
    """The words of a name, but for the abbreviation of the others that stands beside them and that the other name lacks."""
    for place, word in enumerate(name.core):
        rest = (*name.core[:place], *name.core[place + 1 :])
        if len(word) > 1 and word not in other.core and _begins(word, rest):
            return list(rest)
    return list(name.core)


def _begins(word: str, rest: tuple[str, ...]) -> bool:
    """Whether a word is made of the first letters of as many others."""
    return len(rest) > 1 and word == "".join(each[0] for each in rest)


def _unlike(one: list[str], other: list[str]) -> tuple[list[str], list[str], int]:
    """The words of each name that the other lacks, and how many letters are wrong in those that it has."""
    left, right = [*(Counter(one) - Counter(other)).elements()], [*(Counter(other) - Counter(one)).elements()]
    if "".join(left) == "".join(right):
        return [], [], 0
    letters = 0
    for word in sorted(left):
        if near := min(((wrong, each) for each in right if (wrong := _wrong(word, each))), default=None):
            left.remove(word)
            right.remove(near[1])
            letters += near[0]
    return left, right, letters


def _wrong(one: str, other: str) -> int:
    """How many letters are wrong in one of two words that are meant to be the same; 0 where they are two words."""
    if (_tells_apart(one) and _tells_apart(other)) or _digits(one) != _digits(other):
        return 0
    most = next((letters for length, letters in LETTERS_OF if min(len(one), len(other)) >= length), 0)
    wrong = OSA.distance(one, other, score_cutoff=most) if most else 1
    return wrong if wrong <= most else 0


def _shortened(pair: Pair, one: list[str], other: list[str]) -> Likeness | None:
    """Of the words that the names do not share: some are the beginnings of others, or one the first letters of all others."""
    if _are_initials(pair, one, other) or _are_initials((pair[1], pair[0]), other, one):
        return Likeness(BY_INITIALS, ABBREVIATION)
    if len(one) == len(other) and all(_goes_on(*words) for words in zip(sorted(one), sorted(other), strict=True)):
        return Likeness(WITH_SHORTER_WORDS, SHORTER.with_values(words=_said(one + other)))
    return None


def _are_initials(pair: Pair, one: list[str], other: list[str]) -> bool:
    """Whether a word is made of the first letters of those that stand in its place, or stands beside them as such."""
    short, long = pair
    word = (one or short.core)[0]
    if len(one or short.core) > 1 or len(word) < LEAST_INITIALS or (word,) in FORMS or len(long.core) < LEAST_WORDS:
        return False
    unshared = tuple(each for each in long.core if each in other)
    return _begins(word, unshared) or word in long.initials or (word in long.core and _begins(word, unshared))


def _goes_on(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= LEAST_BEGINNING and long.startswith(short) and not _tells_apart(short) and not _tells_apart(long)
