-- One row a partner, instrument, side, perspective and dimension that somebody answered: the mean over the respondents.
-- Keys: partner
SELECT
    partner,
    instrument,
    side,
    perspective,
    dimension,
    max(family) AS family,
    avg(score) AS score,
    count(*) AS respondents,
    max(day) AS newest
FROM form_dimension
GROUP BY partner, instrument, side, perspective, dimension
