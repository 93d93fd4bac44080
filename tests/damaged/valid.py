"""One valid file of every record: what is damaged, and what stands in the database before."""

from __future__ import annotations

from dataclasses import dataclass

from relinsight.records.model import RECORDS


@dataclass(frozen=True)
class Valid:
    """The header and rows of a valid file."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


ROWS = """
cluster
id  name          parent_id
c1  Leefomgeving  -
c2  Haven         c1

sector
id  name
s8  Onderwijs
s9  Visserij

instrument
id  name       source
i9  Kwartaal   eigen
i8  Jaarlijks  eigen

instrument_item
instrument_id  dimension  item  family  text         scale_min  scale_max  reversed
i9             nabijheid  n1    gevoel  Hoe~nabij?   1          5          no
i9             nabijheid  n2    gevoel  Hoe~ver~weg? 1          5          yes

tier_policy
tier  from_date   rhythm_days  min_ties  assessment_days  needs_year_goal  needs_strategic_goal  endorsement_days  answer_days  to_date
A     2031-01-01  30           3         365              yes              yes                   365               14           -
B     2031-01-01  60           2         730              yes              no                    365               21           2035-12-31

role_conflict
role_a       role_b       weight  why
facilitator  shareholder  low     twee~petten
facilitator  landowner    high    drie~petten

contact_weight
kind    weight
letter  0.25
other   0.5

topic
id  title
t1  Kades
t2  Woningbouw

review
id  day         title      note
r1  2026-01-12  Januari    -
r2  2026-02-09  Februari   kort

employee
id  name         email              job              active_from  active_to
e1  Anna~Bos     anna@stad.example  account_manager  2020-01-01   -
e2  Bram~Visser  bram@stad.example  policy_adviser   -            2030-12-31

cluster_membership
employee_id  cluster_id  from_date   to_date
e1           c1          2020-01-01  -
e2           c2          2021-01-01  2026-12-31

partner
id  name          parent_id  kvk_number  place  website                about        active_from  active_to
p1  Havenbedrijf  -          01234567    Delft  https://haven.example  Wij~varen    2019-01-01   -
p2  Museum        p1         07654321    Gouda  -                      Wij~bewaren  2019-01-01   2031-12-31

partner_tier
partner_id  from_date   tier  to_date
p1          2024-01-01  A     -
p2          2024-01-01  B     2026-12-31

partner_sector
partner_id  sector_id  from_date   is_primary  to_date
p1          maritime   2024-01-01  yes         -
p2          culture    2024-01-01  yes         2030-12-31

partner_relation
from_partner_id  to_partner_id  kind         from_date   to_date
p1               p2             landlord_of  2022-01-01  -
p2               p1             board_of     2022-01-01  2023-12-31

partner_alias
partner_id  alias
p1          Havenbedrijf~NV
p2          Stedelijk~Museum

set_apart
partner_id  spelling        other_partner_id
p1          Havenbedrijven  -
p2          Museum~Noord    p1

former_partner
former_id  partner_id
oud-1      p1
oud-2      p2

contact_person
id  name         email                phone       active_from  active_to
k1  Kees~Kok     kees@haven.example   010-111111  2020-01-01   -
k2  Lia~Lam      lia@museum.example   010-222222  2020-01-01   2031-12-31

contact_person_function
contact_person_id  partner_id  from_date   function   to_date
k1                 p1          2020-01-01  directeur  -
k2                 p2          2020-01-01  conservator  2031-12-31

tie
id  employee_id  partner_id  contact_person_id  kind             stated_strength  from_date   to_date
w1  e1           p1          k1                 account_manager  3                2024-01-01  -
w2  e2           p2          k2                 content          2                2024-01-01  2030-12-31

event
id  title       day         kind     cluster_id  place  cost_per_head  capacity
v1  Havendag    2026-03-02  network  c2          Delft  12.50          80
v2  Cursus      2026-04-02  training c1          Gouda  100            12

attendance
event_id  contact_person_id  employee_id  partner_id  status
v1        k1                 -            p1          attended
v2        -                  e2           -           invited

contact_moment
id  day         kind   achieved  initiative  occasion  sentiment  subject  note   impression  confidential  event_id
m1  2026-01-05  visit  yes       us          regular   1          Kades    feit   -           no            -
m2  2026-03-02  event  yes       both        milestone  2         Feest    -      -           no            v1

contact_moment_partner
contact_moment_id  partner_id
m1                 p1
m2                 p2

contact_moment_person
contact_moment_id  contact_person_id
m1                 k1
m2                 k2

contact_moment_employee
contact_moment_id  employee_id
m1                 e1
m2                 e2

assessment
id  partner_id  day         side     perspective  employee_id  contact_person_id  instrument_id  comment
f1  p1          2026-02-01  us       own          e1           -                  relation-9     -
f2  p2          2026-02-02  partner  guess        -            k2                 i9             goed

assessment_score
assessment_id  dimension  item   score
f1             trust      trust  7.5
f2             nabijheid  n1     4

dealing
id  partner_id  organisation  role              cluster_id  employee_id  reference  title    year  opened_on   decided_on  closed_on   requested  granted  settled  accounted   accounted_on  outcome
d1  p1          Havenbedrijf  subsidy_provider  c2          e1           S-1        Kade     2025  2025-01-10  2025-03-01  2025-12-31  1000.50    900      900      sufficient  2026-02-01    verleend
d2  p2          Museum        client            c1          e2           C-2        Gids     2026  2026-01-10  -           -           250        -        -        pending     2026-02-01    -

goal
id  title       description  horizon    kind      starts_on   due_on      employee_id  parent_goal_id
g1  Groene~kade  groener     strategic  deepen    2025-01-01  2030-12-31  e1           -
g2  Proef~2026  proef        year       maintain  2026-01-01  2026-12-31  e2           g1

goal_partner
goal_id  partner_id
g1       p1
g2       p2

endorsement
goal_id  side     partner_id  employee_id  contact_person_id  answered_on  answer    note
g1       us       -           e1           -                  2026-01-20   endorsed  -
g2       partner  p2          -            k2                 2026-01-21   amended   later

goal_update
goal_id  day         status    progress  blocker  note
g1       2026-02-01  on_track  40        -        loopt
g2       2026-02-02  at_risk   12.5      geld     -

question
id  partner_id  contact_person_id  employee_id  kind      asked_on    subject  note  cluster_id  due_on      answered_on  answer  answer_moment_id  partner_satisfied
q1  p1          k1                 e1           question  2026-01-05  Kade     -     c2          2026-02-01  2026-01-20   ja      m1                yes
q2  p2          k2                 e2           complaint 2026-01-06  Geluid   -     c1          2026-02-02  -            -       -                 -

referral
question_id  step  referred_on  from_employee_id  to_cluster_id  to_employee_id  accepted_on  returned_on
q1           1     2026-01-06   e1                c1             e2              2026-01-07   -
q2           1     2026-01-07   e2                c2             -               -            2026-01-09

interest
id  topic_id  partner_id  day         position     underlying  position_score  importance
b1  t1        p1          2026-01-01  voor         werk        4               5
b2  t2        -           2026-01-01  tegen        rust        -2.5            3

interest_theme
interest_id  theme
b1           werk
b2           rust

action
id  title        partner_id  employee_id  contact_moment_id  review_id  due_on      done_on
a1  Bellen       p1          e1           m1                 r1         2026-03-01  -
a2  Brief~sturen  p2         e2           m2                 r2         2026-03-02  2026-02-20
"""


def _cells(line: str) -> tuple[str, ...]:
    return tuple("" if cell == "-" else cell.replace("~", " ") for cell in line.split())


def _valid() -> dict[str, Valid]:
    blocks = (block.splitlines() for block in ROWS.strip().split("\n\n"))
    return {table: Valid(_cells(header), tuple(map(_cells, rows))) for table, header, *rows in blocks}


VALID = _valid()
TABLES = tuple(record.table for record in RECORDS)
