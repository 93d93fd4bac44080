-- One row a form that counts and a part of it that it answers: the whole (part empty), a family or a dimension.
-- Keys: partner
WITH scored AS (
    SELECT form, CAST(NULL AS VARCHAR) AS part, avg(score) AS score
    FROM form_dimension
    GROUP BY form
    UNION ALL
    SELECT form, family AS part, avg(score) AS score
    FROM form_dimension
    WHERE family IS NOT NULL
    GROUP BY form, family
    UNION ALL
    SELECT form, dimension AS part, score
    FROM form_dimension
)
SELECT form.form, form.partner, form.instrument, form.side, form.perspective, form.day, form.respondent, scored.part, scored.score
FROM scored
JOIN form ON form.form = scored.form
