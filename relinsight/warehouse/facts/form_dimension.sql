-- One row a form that counts and a dimension that it answers: its score on 0 to 100, reversed items turned.
-- Keys: partner
SELECT
    form.form,
    form.partner,
    form.instrument,
    form.side,
    form.perspective,
    form.day,
    form.respondent,
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
FROM form
JOIN assessment_score ON assessment_score.assessment_id = form.form
JOIN instrument_item ON instrument_item.instrument_id = form.instrument
    AND instrument_item.dimension = assessment_score.dimension
    AND instrument_item.item = assessment_score.item
WHERE assessment_score.score IS NOT NULL
GROUP BY
    form.form,
    form.partner,
    form.instrument,
    form.side,
    form.perspective,
    form.day,
    form.respondent,
    instrument_item.dimension
