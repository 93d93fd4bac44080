-- One row a partner of the portfolio: where its chain of promises breaks first, since when, and the rank of those not covered.
-- Keys: partner, tier_of
-- Kept: each day
-- Shown: partner, name, tier, sector, owner, cluster, tied_employees, last_contact_day, days_since_contact, rhythm_days, silence, chain_break, broken_since, at_stake, uncovered_rank
WITH held AS (
    SELECT
        *,
        CASE
            WHEN NOT has_owner THEN 0
            WHEN NOT has_contact_person THEN 1
            WHEN NOT is_in_time THEN 2
            WHEN NOT is_assessed THEN 3
            WHEN NOT has_goals THEN 4
            ELSE 5
        END AS links_kept
    FROM link
),
reached AS (
    SELECT *, links_kept < $covering_links AS is_uncovered
    FROM held
),
owner_until AS (
    SELECT partner, max(last_day) AS day
    FROM partner_span
    WHERE owner IS NOT NULL AND last_day < $as_of
    GROUP BY partner
),
person_until AS (
    SELECT
        contact_person_function.partner_id AS partner,
        max(
            least(
                coalesce(contact_person_function.to_date, DATE '9999-12-30'),
                coalesce(contact_person.active_to, DATE '9999-12-30')
            )
        ) AS day
    FROM contact_person_function
    JOIN contact_person ON contact_person.id = contact_person_function.contact_person_id
    WHERE contact_person_function.to_date < $as_of OR contact_person.active_to < $as_of
    GROUP BY contact_person_function.partner_id
),
late AS (
    SELECT
        reached.partner,
        greatest(partner_span.first_day, policy_span.first_day, reached.last_contact_day + policy_span.rhythm_days + 1) AS first_day,
        least(partner_span.last_day, policy_span.last_day) AS last_day
    FROM reached
    JOIN partner_span ON partner_span.partner = reached.partner AND partner_span.is_active
    JOIN policy_span ON policy_span.tier = partner_span.tier AND policy_span.rhythm_days IS NOT NULL
    WHERE reached.links_kept = 2
        AND reached.last_contact_day <= partner_span.last_day
        AND partner_span.first_day <= $as_of
        AND policy_span.first_day <= $as_of
),
run AS (
    SELECT
        partner,
        first_day,
        coalesce(lag(last_day) OVER (PARTITION BY partner ORDER BY first_day) >= first_day - 1, FALSE) AS goes_on
    FROM late
    WHERE first_day <= last_day AND first_day <= $as_of
),
late_since AS (
    SELECT partner, max(first_day) AS day
    FROM run
    WHERE NOT goes_on
    GROUP BY partner
)
SELECT
    reached.*,
    CASE reached.links_kept
        WHEN 0 THEN 'owner'
        WHEN 1 THEN 'contact_person'
        WHEN 2 THEN 'in_time'
        WHEN 3 THEN 'assessed'
        WHEN 4 THEN 'goals'
        ELSE 'none'
    END AS chain_break,
    CASE reached.links_kept
        WHEN 0 THEN owner_until.day + 1
        WHEN 1 THEN person_until.day + 1
        WHEN 2 THEN late_since.day
    END AS broken_since,
    CASE
        WHEN reached.is_uncovered
            THEN rank() OVER (
                PARTITION BY reached.is_uncovered
                ORDER BY reached.tier, reached.at_stake DESC, reached.days_since_contact DESC NULLS FIRST
            )
    END AS uncovered_rank,
    CASE reached.tier WHEN 'A' THEN $weight_a WHEN 'B' THEN $weight_b WHEN 'C' THEN $weight_c END AS tier_weight
FROM reached
LEFT JOIN owner_until ON owner_until.partner = reached.partner
LEFT JOIN person_until ON person_until.partner = reached.partner
LEFT JOIN late_since ON late_since.partner = reached.partner
