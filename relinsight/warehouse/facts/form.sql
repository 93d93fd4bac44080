-- One row a form that counts on the day: each respondent's newest with a score, and each unnamed one within 60 days of the newest unnamed.
-- Keys: partner
-- Kept: each day
WITH recent AS (
    SELECT
        assessment.id AS form,
        assessment.partner_id AS partner,
        assessment.instrument_id AS instrument,
        assessment.side,
        assessment.perspective,
        assessment.day,
        CASE assessment.side WHEN 'us' THEN assessment.employee_id ELSE assessment.contact_person_id END AS respondent
    FROM assessment
    JOIN form_answer ON form_answer.form = assessment.id AND form_answer.part IS NULL
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
