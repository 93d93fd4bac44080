-- One row a partner of the portfolio, a side and an instrument that anybody in the portfolio answered: that side's own score, empty where unknown.
-- Keys: partner
-- Kept: each day
-- Shown: partner, name, tier, sector, cluster, instrument, score, respondents, newest
WITH used AS (
    SELECT DISTINCT part_score.instrument, part_score.side
    FROM part_score
    JOIN partner_day ON partner_day.partner = part_score.partner AND partner_day.in_portfolio
    WHERE part_score.perspective = 'own' AND part_score.part IS NULL
)
SELECT
    partner_day.partner,
    partner_day.name,
    partner_day.in_portfolio,
    partner_day.tier,
    partner_day.sector,
    partner_day.cluster,
    used.instrument,
    used.side,
    part_score.score,
    part_score.respondents,
    part_score.newest
FROM partner_day
CROSS JOIN used
LEFT JOIN part_score ON part_score.partner = partner_day.partner
    AND part_score.instrument = used.instrument
    AND part_score.side = used.side
    AND part_score.perspective = 'own'
    AND part_score.part IS NULL
WHERE partner_day.in_portfolio
