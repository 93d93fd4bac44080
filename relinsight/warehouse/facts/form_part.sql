-- One row a form that counts and a part of it that it answers: the whole (part empty), a family or a dimension.
SELECT form, partner, instrument, side, perspective, day, respondent, CAST(NULL AS VARCHAR) AS part, avg(score) AS score
FROM form_dimension
GROUP BY form, partner, instrument, side, perspective, day, respondent
UNION ALL
SELECT form, partner, instrument, side, perspective, day, respondent, family AS part, avg(score) AS score
FROM form_dimension
WHERE family IS NOT NULL
GROUP BY form, partner, instrument, side, perspective, day, respondent, family
UNION ALL
SELECT form, partner, instrument, side, perspective, day, respondent, dimension AS part, score
FROM form_dimension
