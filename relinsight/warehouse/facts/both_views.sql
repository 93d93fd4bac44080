-- One row a partner of the portfolio and an instrument of which it has a form up to the day: both sides' own score and the gap, us minus them.
-- Keys: partner
-- Kept: each day
-- Shown: partner, name, instrument, us, them, gap
SELECT
    partner,
    max(name) AS name,
    instrument,
    max(CASE WHEN side = 'us' THEN score END) AS us,
    max(CASE WHEN side = 'partner' THEN score END) AS them,
    max(CASE WHEN side = 'us' THEN score END) - max(CASE WHEN side = 'partner' THEN score END) AS gap,
    TRUE AS in_portfolio
FROM partner_score
WHERE part IS NULL
GROUP BY partner, instrument
