"""Known partners that running text names: by whole words, and by no name that is a common word."""

from __future__ import annotations

from relinsight.sources.matching.vocabulary import COMMON, CONNECTING, FORMS, SMALL
from relinsight.warehouse.folding import folded

LETTERS = 6  # of a name of one word
EMPTY_WORDS = COMMON | SMALL | CONNECTING | {word for form in FORMS for word in form}


def named_in_text(texts: str, known: str) -> str:
    """Each of some texts with each partner that it names: a query with `text` and one with `spelling` and `partner_id` go in.

    A name within a longer one that is known too is not meant.
    """
    empty = ", ".join(f"'{word}'" for word in sorted(EMPTY_WORDS) if "'" not in word)
    return f"""
        WITH name AS (
            SELECT DISTINCT words, partner_id
            FROM (SELECT {_words("spelling")} AS words, partner_id FROM ({known}) AS k WHERE partner_id IS NOT NULL) AS w
            WHERE len(words) > 0 AND (len(words) > 1 OR length(words[1]) >= {LETTERS}) AND NOT list_has_all([{empty}], words)
        ),
        said AS (SELECT DISTINCT text, {_words("text")} AS words FROM ({texts}) AS t WHERE text IS NOT NULL),
        place AS (SELECT text, words, unnest(words) AS word, generate_subscripts(words, 1) AS at FROM said),
        hit AS (
            SELECT DISTINCT p.text, n.partner_id, p.at AS first, p.at + len(n.words) - 1 AS last
            FROM place AS p JOIN name AS n ON n.words[1] = p.word AND p.words[p.at : p.at + len(n.words) - 1] = n.words
        )
        SELECT DISTINCT text, partner_id FROM hit AS h
        WHERE NOT EXISTS (
            SELECT 1 FROM hit AS longer WHERE longer.text = h.text AND longer.first <= h.first AND longer.last >= h.last
            AND longer.last - longer.first > h.last - h.first
        )
    """


def _words(text: str) -> str:
    return f"regexp_extract_all({folded(text)}, '[\\pL\\pN]+')"
