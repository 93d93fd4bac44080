-- One row an instrument and a dimension of it (empty: the whole): what the partner says of the relation, and what we say.
WITH dimension AS (
    SELECT DISTINCT instrument_id AS instrument, dimension AS part FROM instrument_item
)
SELECT
    partner_score.instrument, partner_score.part AS dimension,
    max(CASE WHEN partner_score.side = 'partner' THEN partner_score.score END) AS them,
    max(CASE WHEN partner_score.side = 'us' THEN partner_score.score END) AS us,
    max(CASE WHEN partner_score.side = 'partner' THEN partner_score.respondents END) AS them_n,
    max(CASE WHEN partner_score.side = 'us' THEN partner_score.respondents END) AS us_n,
    max(CASE WHEN partner_score.side = 'partner' THEN partner_score.newest END) AS them_day,
    max(CASE WHEN partner_score.side = 'us' THEN partner_score.newest END) AS us_day
FROM partner_score
LEFT JOIN dimension ON dimension.instrument = partner_score.instrument AND dimension.part = partner_score.part
WHERE partner_score.partner = $partner AND (partner_score.part IS NULL OR dimension.part IS NOT NULL)
GROUP BY partner_score.instrument, partner_score.part
ORDER BY partner_score.instrument, partner_score.part NULLS FIRST
