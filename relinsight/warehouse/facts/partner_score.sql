-- One row a partner of the portfolio, an instrument of which it has a form up to the day, a side and a part: that side's own score, empty where unknown.
-- Keys: partner
WITH used AS (
    SELECT DISTINCT assessment.partner_id AS partner, assessment.instrument_id AS instrument
    FROM assessment
    WHERE assessment.day <= $as_of
),
both_sides AS (
    SELECT 'us' AS side
    UNION ALL
    SELECT 'partner' AS side
)
SELECT
    partner_day.partner,
    partner_day.name,
    partner_day.in_portfolio,
    partner_day.tier,
    partner_day.sector,
    partner_day.cluster,
    instrument_part.instrument,
    both_sides.side,
    instrument_part.part,
    part_score.score,
    coalesce(part_score.respondents, 0) AS respondents,
    part_score.spread,
    greatest(coalesce(respondent_pool.people, 0), coalesce(part_score.respondents, 0)) AS people,
    part_score.newest
FROM used
JOIN partner_day ON partner_day.partner = used.partner AND partner_day.in_portfolio
JOIN instrument_part ON instrument_part.instrument = used.instrument
CROSS JOIN both_sides
LEFT JOIN part_score ON part_score.partner = used.partner
    AND part_score.instrument = used.instrument
    AND part_score.side = both_sides.side
    AND part_score.perspective = 'own'
    AND coalesce(part_score.part, '') = coalesce(instrument_part.part, '')
LEFT JOIN respondent_pool ON respondent_pool.partner = used.partner AND respondent_pool.side = both_sides.side
