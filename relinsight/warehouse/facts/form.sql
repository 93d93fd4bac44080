-- One row a form that counts on the day: each respondent's newest with a score, and each unnamed one within 60 days of the newest unnamed.
-- Keys: partner
WITH answered AS (
    SELECT DISTINCT assessment_score.assessment_id
    FROM assessment_score
    JOIN assessment ON assessment.id = assessment_score.assessment_id
    JOIN instrument_item ON instrument_item.instrument_id = assessment.instrument_id
        AND instrument_item.dimension = assessment_score.dimension
        AND instrument_item.item = assessment_score.item
    WHERE assessment_score.score IS NOT NULL
),
recent AS (
    SELECT
        assessment.id AS form,
        assessment.partner_id AS partner,
        assessment.instrument_id AS instrument,
        assessment.side,
        assessment.perspective,
        assessment.day,
        CASE assessment.side WHEN 'us' THEN assessment.employee_id ELSE assessment.contact_person_id END AS respondent
    FROM assessment
    JOIN answered ON answered.assessment_id = assessment.id
    JOIN partner_day ON partner_day.partner = assessment.partner_id
    WHERE assessment.day <= $as_of
        AND (
            partner_day.assessment_days IS NULL
            OR date_diff('day', assessment.day, CAST($as_of AS DATE)) <= partner_day.assessment_days
        )
),
placed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY partner, instrument, side, perspective, respondent ORDER BY day DESC, form DESC
        ) AS place,
        max(day) OVER (PARTITION BY partner, instrument, side, perspective, respondent) AS newest
    FROM recent
)
SELECT form, partner, instrument, side, perspective, day, respondent
FROM placed
WHERE (respondent IS NOT NULL AND place = 1) OR (respondent IS NULL AND date_diff('day', day, newest) <= 60)
