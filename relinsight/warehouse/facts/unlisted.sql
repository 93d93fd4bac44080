-- One row an organisation that is not on the list, yet had a dealing opened in the recent years before the day: its spellings folded, collective names left out.
-- Keys: partner
-- Kept: each day
-- Shown: organisation AS spelling, name, kind, sector, dealings, newest
WITH fresh AS (
    SELECT dealing, partner, organisation, first_day
    FROM dealing_span
    WHERE first_day <= $as_of AND first_day > CAST($as_of AS DATE) - INTERVAL $recent_years YEAR
),
stranger AS (
    SELECT
        spelling.folded AS organisation,
        CAST(NULL AS VARCHAR) AS partner,
        min(fresh.organisation) AS name,
        CAST(NULL AS VARCHAR) AS sector,
        CAST(NULL AS VARCHAR) AS owner,
        CAST(NULL AS VARCHAR) AS cluster,
        count(*) AS dealings,
        max(fresh.first_day) AS newest
    FROM fresh
    JOIN spelling ON spelling.spelling = fresh.organisation
    WHERE fresh.partner IS NULL AND spelling.folded <> '' AND NOT spelling.is_collective
    GROUP BY spelling.folded
),
without_tier AS (
    SELECT
        partner_span.partner AS organisation,
        partner_span.partner,
        max(partner.name) AS name,
        max(partner_span.sector) AS sector,
        max(partner_span.owner) AS owner,
        max(partner_span.cluster) AS cluster,
        count(*) AS dealings,
        max(fresh.first_day) AS newest
    FROM fresh
    JOIN partner_span ON partner_span.partner = fresh.partner
        AND partner_span.first_day <= $as_of
        AND partner_span.last_day >= $as_of
        AND partner_span.tier IS NULL
    JOIN partner ON partner.id = partner_span.partner
    GROUP BY partner_span.partner
)
SELECT *, CAST(NULL AS VARCHAR) AS tier, 'stranger' AS kind FROM stranger
UNION ALL
SELECT *, CAST(NULL AS VARCHAR) AS tier, 'partner_without_tier' AS kind FROM without_tier
