"""What must hold between rows: ids, names that mean others, several in a cell, one account manager at a time."""

from __future__ import annotations

from tests.arriving import contradicts
from tests.damaged.variant import Variant, partners

MISSING = "The cell is empty; fill it in."
NO_PARTNER = "The contact moment has no partner; name one."
MANAGER = "{} has another account manager in this period ({}); end one before the next starts."
SECTOR = "{} has another primary sector in this period ({}); end one before the next starts."


def _file(name: str, file: str, content: str, read: int, **more: object) -> Variant:
    return Variant(name, {file: content.encode()}, read=read, **more)


def _dangling(value: str, table: str) -> str:
    return f"'{value}' is not in {table}; bring the file of {table} in the same call, or mend it here."


def _no_such(value: str, table: str) -> str:
    made = ", or use a profile with create = true" if table in {"partner", "employee", "cluster", "sector"} else ""
    here = "mend it here" if made else "or mend it here"
    return f"'{value}' is neither an id nor a name in {table}; bring the file of {table} in the same call, {here}{made}."


def _commas(value: str) -> str:
    return f"'{value}' holds more than one; part them by ; or name the mark that parts them under split in a profile."


MOMENT = "id;dag;soort;partner_id;gelukt\n"
LINKS = "SELECT contact_moment_id, partner_id FROM contact_moment_partner WHERE contact_moment_id LIKE 'x%' ORDER BY ALL"

VARIANTS = (
    _file("one id twice with the same words", "partner.csv", "id;naam\nx1;a\nx1;a\nx2;b\n", 3, holds={partners(): ["a", "b"]}),
    _file(
        "one id three times, the later rows saying something else",
        "partner.csv",
        "id;naam\nx1;a\nx1;b\nx1;c\nx2;d\n",
        4,
        rejected={row: contradicts(row, 2, "x1", 3) for row in (3, 4)},
        holds={partners(): ["a", "d"]},
    ),
    _file(
        "one id twice, in capitals the second time",
        "partner.csv",
        "id;naam\nxa;a\nxA;b\n",
        2,
        holds={partners(columns="id, name"): [("xA", "b"), ("xa", "a")]},
    ),
    _file(
        "one name twice without an id",
        "partner.csv",
        "naam;plaats\nHoutzagerij;Delft\nHOUTZAGERIJ ;Delft\n",
        2,
        rejected={3: contradicts(3, 2, "HOUTZAGERIJ")},
    ),
    Variant(
        "one id in two files of one call that contradict each other",
        {"partner.csv": b"id;naam\nx1;a\n", "partners.json": b'[{"id": "x1", "name": "b"}]'},
        read=2,
        rejected={1: contradicts(1, "2 of partner.csv", "x1")},
        holds={partners(): "a"},
    ),
    _file(
        "an id that is empty in one row",
        "partner.csv",
        "id;naam\nx1;a\n;Zonder nummer\n",
        2,
        holds={"SELECT count(*) FROM partner WHERE name = 'Zonder nummer'": 1},
        said="has no id",
    ),
    _file(
        "an empty id in a file of links", "goal_partner.csv", "goal_id;partner_id\ng1;\n;p2\ng1;p2\n", 3, rejected={2: MISSING, 3: MISSING}
    ),
    _file(
        "a partner that is its own parent",
        "partner.csv",
        "id;naam;moeder_id\nx1;a;x1\nx2;b;\n",
        2,
        rejected={2: "'x1' stands in id too; the two must differ."},
        holds={partners(): "b"},
    ),
    _file(
        "three partners that lie below each other in a circle",
        "partner.csv",
        "id;naam;moeder_id\nx1;a;x2\nx2;b;x3\nx3;c;x1\nx4;d;x1\n",
        4,
        rejected={
            4: "'x1' leads back to the row itself; a row cannot lie below itself.",
            3: _dangling("x3", "partner"),
            2: _dangling("x2", "partner"),
            5: _dangling("x1", "partner"),
        },
    ),
    _file(
        "a parent that comes further on in the file",
        "partner.csv",
        "id;naam;moeder_id\nx1;a;x2\nx2;b;\n",
        2,
        holds={partners(columns="parent_id"): ["x2", None]},
    ),
    Variant(
        "files of one call in the wrong order",
        {"contact_moment.csv": (MOMENT + "x1;2026-01-01;bezoek;x1;ja\n").encode(), "partner.csv": b"id;naam\nx1;a\n"},
        read=2,
        holds={LINKS: ("x1", "x1")},
    ),
    _file(
        "a contact moment without a partner",
        "contact_moment.csv",
        MOMENT + "x1;2026-01-01;bezoek;;ja\nx2;2026-01-01;bezoek;p1;ja\n",
        2,
        rejected={2: NO_PARTNER},
        holds={LINKS: ("x2", "p1")},
    ),
    _file(
        "contact moments without a column of partners",
        "contact_moment.csv",
        "id;dag;soort\nx1;2026-01-01;bezoek\n",
        1,
        rejected={2: NO_PARTNER},
    ),
    _file(
        "several partners in a cell, parted by semicolons and blanks",
        "contact_moment.tsv",
        "id\tdag\tsoort\tpartner_id\nx1\t2026-01-01\tbezoek\tp1; p2 ;;p1\n",
        1,
        holds={LINKS: [("x1", "p1"), ("x1", "p2")]},
    ),
    _file(
        "several partners in a cell, one of whom does not exist",
        "contact_moment.tsv",
        "id\tdag\tsoort\tpartner_id\nx1\t2026-01-01\tbezoek\tp1;p9\n",
        1,
        rejected={2: _dangling("p9", "partner")},
        holds={LINKS: []},
    ),
    _file(
        "several ids in a cell, parted by commas",
        "contact_moment.csv",
        MOMENT + "x1;2026-01-01;bezoek;p1, p2;ja\nx2;2026-01-01;bezoek;p1;ja\n",
        2,
        rejected={2: _commas("p1, p2")},
        holds={LINKS: ("x2", "p1")},
    ),
    _file(
        "several names in a cell, parted by commas",
        "contact_moment.csv",
        "id;dag;soort;partner\nx1;2026-01-01;bezoek;Havenbedrijf, Museum\n",
        1,
        rejected={2: _commas("Havenbedrijf, Museum")},
    ),
    _file(
        "several ids in a cell, parted by bars and line ends",
        "contact_moment.csv",
        MOMENT + 'x1;2026-01-01;bezoek;p1|p2;ja\nx2;2026-01-01;bezoek;"p1\np2";ja\n',
        2,
        rejected={2: _commas("p1|p2"), 3: _commas("p1\np2")},
    ),
    _file(
        "a name with a comma in it that is one partner",
        "contact_moment.csv",
        "id;dag;soort;partner\nx1;2026-01-01;bezoek;Bakker, Zn\n",
        1,
        rejected={
            2: "'Bakker, Zn' is no partner that is known, so the contact moment waits; say who it is with `relinsight matches`, "
            "or bring the file of partner in the same call."
        },
    ),
    _file(
        "several in a cell that holds one",
        "question.csv",
        "id;partner_id;datum\nx1;p1;2026-01-01\nx2;p1, p2;2026-01-01\n",
        2,
        rejected={3: "'p1, p2' holds more than one where one is asked; keep one."},
    ),
    _file(
        "a name that nobody bears",
        "question.csv",
        "id;partner;datum\nx1;Museum;2026-01-01\nx2;Muzeum;2026-01-01\n",
        2,
        rejected={3: _no_such("Muzeum", "partner")},
    ),
    _file(
        "a name in other case and with other blanks",
        "question.csv",
        "id;partner;datum\nx1;  STEDELIJK\u00a0 museum;2026-01-01\n",
        1,
        holds={"SELECT partner_id FROM question WHERE id = 'x1'": "p2"},
    ),
    Variant(
        "a name that two partners bear",
        {"partner.csv": b"id;naam\nx1;Tweeling\nx2;tweeling\n", "question.csv": b"id;partner;datum\nx1;Tweeling;2026-01-01\n"},
        read=3,
        rejected={2: "'Tweeling' is the name of more than one row in partner; write the id."},
    ),
    _file(
        "a second account manager at the same time",
        "tie.csv",
        "id;employee_id;partner_id;kind;from_date;to_date\nx1;e2;p1;accountmanager;2026-01-01;\nx2;e2;p2;accountmanager;2026-01-01;\n",
        2,
        rejected={2: MANAGER.format("p1", "e1")},
        holds={"SELECT id FROM tie WHERE id LIKE 'x%'": "x2"},
    ),
    _file(
        "account managers of whom one starts on the last day of the other",
        "tie.csv",
        "id;employee_id;partner_id;kind;from_date;to_date\nx1;e1;p2;accountmanager;2026-01-01;2026-06-30\nx2;e2;p2;accountmanager;2026-06-30;\n",
        2,
        rejected={3: MANAGER.format("p2", "e1")},
    ),
    _file(
        "account managers of whom one starts the day after the other",
        "tie.csv",
        "id;employee_id;partner_id;kind;from_date;to_date\nx1;e1;p2;accountmanager;2026-01-01;2026-06-30\nx2;e2;p2;accountmanager;2026-07-01;\n",
        2,
    ),
    _file(
        "two primary sectors at the same time",
        "partner_sector.csv",
        "partner_id;sector_id;from_date;is_primary\np1;care;2026-01-01;ja\np1;sport;2026-01-01;nee\n",
        2,
        rejected={2: SECTOR.format("p1", "maritime")},
    ),
    _file(
        "two tiers at the same time are both kept, and the one that began last holds",
        "partner_tier.csv",
        "partner_id;from_date;tier\np1;2025-01-01;C\n",
        1,
        holds={"SELECT tier FROM partner_tier WHERE partner_id = 'p1' ORDER BY from_date": ["A", "C"]},
    ),
    _file(
        "a tier in a file of partners beside a dated one",
        "partner.csv",
        "id;naam;niveau\np1;Havenbedrijf;C\np2;Museum;B\n",
        2,
        holds={
            "SELECT tier, from_date, to_date FROM partner_tier WHERE partner_id = 'p1' ORDER BY ALL": [
                ("A", "2024-01-01", "2026-09-30"),
                ("C", "2026-10-01", None),
            ]
        },
        said="1 row changes niveau from 1 October 2026 on",
    ),
    _file(
        "a tier that does not exist",
        "partner.csv",
        "id;naam;niveau\nx1;a;D\nx2;b;a\nx3;c;Niveau B\n",
        3,
        rejected={2: "'D' is not a word of this list; write one of A, B, C."},
        holds={"SELECT tier FROM partner_tier WHERE partner_id LIKE 'x%' ORDER BY partner_id": ["A", "B"]},
    ),
    _file(
        "a score above the scale of its instrument",
        "assessment_score.csv",
        "assessment_id;dimension;item;score\nf1;trust;trust;10\nf1;commitment;commitment;9\n",
        2,
        rejected={2: "10 is not on the scale of trust; write a number from 1 to 9."},
    ),
    _file(
        "a score of an item that its instrument lacks",
        "assessment_score.csv",
        "assessment_id;dimension;item;score\nf1;luck;luck;5\n",
        1,
        rejected={2: "'luck luck' is no item of instrument relation-9; add it to instrument_item or mend it here."},
    ),
    _file(
        "a form whose columns of scores nobody knows",
        "assessment.csv",
        "id;partner_id;dag;kant;perspectief;instrument;trust;geluk\nx1;p1;2026-01-01;wij;eigen;relation-9;7;3\n",
        1,
        holds={"SELECT score FROM assessment_score WHERE assessment_id = 'x1'": 7.0},
        said="geluk",
    ),
    _file(
        "an instrument whose scale runs backwards",
        "instrument_item.csv",
        "instrument_id;dimension;item;scale_min;scale_max\ni9;lengte;l1;5;1\n",
        1,
        rejected={2: "1.0 is not more than 5.0."},
    ),
    _file(
        "an endorsement of a partner that is not named",
        "endorsement.csv",
        "goal_id;side;partner_id;answered_on;answer\ng1;relatie;;2026-03-01;ja\ng1;wij;;2026-03-01;ja\n",
        2,
        rejected={2: "The cell is empty; it must be filled in where side is 'partner'."},
    ),
    _file(
        "two equal roles that would pull against each other",
        "role_conflict.csv",
        "rol_a;rol_b;gewicht\nclient;opdrachtgever;hoog\nclient;regulator;hoog\n",
        2,
        rejected={2: "'client' stands in role_a too; the two must differ."},
    ),
    _file(
        "a row that hangs on a rejected row",
        "partner.csv",
        "id;naam;actief van;moeder_id\nx1;a;31-02-2026;\nx2;b;;x1\nx3;c;;x2\nx4;d;;\n",
        4,
        rejected={2: "'31-02-2026' is not a day; write it as 2026-11-25.", 3: _dangling("x1", "partner"), 4: _dangling("x2", "partner")},
        holds={partners(): "d"},
    ),
    Variant(
        "partners replaced by a list that lacks one with dealings",
        {"partner.csv": b"id;naam\np1;Havenbedrijf\n"},
        options={"replace": True},
        refused="Rows of partner_tier that are there point to p2, which partner would no longer hold; keep those rows or import partner_tier in the same call.",
    ),
    _file(
        "a column that is empty in every row",
        "partner.csv",
        "id;naam;plaats\np1;Havenbedrijf;\np2;Museum;\n",
        2,
        holds={"SELECT place FROM partner ORDER BY id": [None, None]},
        said="clears 2 values",
    ),
    _file(
        "a link that runs a script, one to a file and one that climbs out, as a website",
        "partner.csv",
        "id;naam;website\nx1;a;javascript:alert(1)\nx2;b;file:///etc/passwd\nx3;c;../../etc/passwd\nx4;d;https://goed.example\n",
        4,
        holds={
            partners("website IS NOT NULL", "website"): [
                "javascript:alert(1)",
                "file:///etc/passwd",
                "../../etc/passwd",
                "https://goed.example",
            ]
        },
    ),
)
