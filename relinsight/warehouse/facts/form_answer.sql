-- One row a form, whatever its day, and a part that it answers (empty: the whole, the mean over its dimensions; a family; a dimension): its score on 0 to 100.
-- Keys: partner
-- Stored: by partner
WITH dimension_answer AS (
    SELECT
        assessment_score.assessment_id AS form,
        assessment.partner_id AS partner,
        instrument_item.dimension,
        max(instrument_item.family) AS family,
        (
            avg(
                CASE
                    WHEN instrument_item.reversed
                        THEN instrument_item.scale_max + instrument_item.scale_min - assessment_score.score
                    ELSE assessment_score.score
                END
            ) - min(instrument_item.scale_min)
        ) / (max(instrument_item.scale_max) - min(instrument_item.scale_min)) * 100e0 AS score
    FROM assessment
    JOIN assessment_score ON assessment_score.assessment_id = assessment.id
    JOIN instrument_item ON instrument_item.instrument_id = assessment.instrument_id
        AND instrument_item.dimension = assessment_score.dimension
        AND instrument_item.item = assessment_score.item
    WHERE assessment_score.score IS NOT NULL
    GROUP BY assessment_score.assessment_id, assessment.partner_id, instrument_item.dimension
)
SELECT form, partner, CAST(NULL AS VARCHAR) AS part, CAST(NULL AS VARCHAR) AS dimension, CAST(NULL AS VARCHAR) AS family, avg(score) AS score
FROM dimension_answer
GROUP BY form, partner
UNION ALL
SELECT form, partner, family AS part, CAST(NULL AS VARCHAR) AS dimension, family, avg(score) AS score
FROM dimension_answer
WHERE family IS NOT NULL
GROUP BY form, partner, family
UNION ALL
SELECT form, partner, dimension AS part, dimension, family, score
FROM dimension_answer
