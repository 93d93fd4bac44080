-- One row a partner, instrument, side, perspective and part (empty: the side score, the equal mean over dimensions; a family; a dimension).
-- Keys: partner
-- Kept: each day
WITH asked AS (
    SELECT
        partner,
        instrument,
        side,
        perspective,
        part,
        dimension,
        max(family) AS family,
        avg(score) AS score,
        count(*) AS respondents,
        stddev_samp(score) AS spread,
        max(day) AS newest
    FROM form_part
    GROUP BY partner, instrument, side, perspective, part, dimension
),
mean AS (
    SELECT partner, instrument, side, perspective, CAST(NULL AS VARCHAR) AS part, avg(score) AS score
    FROM asked
    WHERE dimension IS NOT NULL
    GROUP BY partner, instrument, side, perspective
    UNION ALL
    SELECT partner, instrument, side, perspective, family AS part, avg(score) AS score
    FROM asked
    WHERE dimension IS NOT NULL AND family IS NOT NULL
    GROUP BY partner, instrument, side, perspective, family
)
SELECT partner, instrument, side, perspective, part, score, respondents, spread, newest
FROM asked
WHERE dimension IS NOT NULL
UNION ALL
SELECT
    mean.partner,
    mean.instrument,
    mean.side,
    mean.perspective,
    mean.part,
    mean.score,
    asked.respondents,
    asked.spread,
    asked.newest
FROM mean
JOIN asked ON asked.partner = mean.partner
    AND asked.instrument = mean.instrument
    AND asked.side = mean.side
    AND asked.perspective = mean.perspective
    AND coalesce(asked.part, '') = coalesce(mean.part, '')
WHERE asked.dimension IS NULL
