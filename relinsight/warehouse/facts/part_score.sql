-- One row a partner, instrument, side, perspective and part (empty: the side score, the equal mean over dimensions; a family; a dimension).
-- Keys: partner
WITH asked AS (
    SELECT partner, instrument, side, perspective, part, count(*) AS respondents, stddev_samp(score) AS spread, max(day) AS newest
    FROM form_part
    GROUP BY partner, instrument, side, perspective, part
),
mean AS (
    SELECT partner, instrument, side, perspective, CAST(NULL AS VARCHAR) AS part, avg(score) AS score
    FROM dimension_score
    GROUP BY partner, instrument, side, perspective
    UNION ALL
    SELECT partner, instrument, side, perspective, family AS part, avg(score) AS score
    FROM dimension_score
    WHERE family IS NOT NULL
    GROUP BY partner, instrument, side, perspective, family
    UNION ALL
    SELECT partner, instrument, side, perspective, dimension AS part, score
    FROM dimension_score
)
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
