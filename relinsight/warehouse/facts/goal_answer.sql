-- One row a goal, a partner of it, a side and a person who answered: the newest answer up to the day, and whether it still holds.
-- Keys: partner
WITH said AS (
    SELECT
        endorsement.goal_id AS goal,
        goal_partner.partner_id AS partner,
        endorsement.side,
        CASE endorsement.side WHEN 'us' THEN endorsement.employee_id ELSE endorsement.contact_person_id END AS person,
        endorsement.answered_on,
        endorsement.answer,
        endorsement.note,
        endorsement.partner_id IS NULL AS is_for_all
    FROM endorsement
    JOIN goal_partner ON goal_partner.goal_id = endorsement.goal_id
        AND (
            endorsement.partner_id = goal_partner.partner_id
            OR (endorsement.side = 'us' AND endorsement.partner_id IS NULL)
        )
    WHERE endorsement.answered_on <= $as_of
),
placed AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY goal, partner, side, person ORDER BY answered_on DESC, is_for_all) AS place
    FROM said
),
last_said AS (
    SELECT
        *,
        CASE side WHEN 'us' THEN person END AS colleague,
        CASE side WHEN 'partner' THEN person END AS contact_person
    FROM placed
    WHERE place = 1
),
newest AS (
    SELECT
        last_said.goal,
        last_said.partner,
        last_said.side,
        last_said.person,
        last_said.answered_on,
        last_said.answer,
        last_said.note,
        partner_day.endorsement_days IS NOT NULL
            AND date_diff('day', last_said.answered_on, CAST($as_of AS DATE)) > partner_day.endorsement_days AS is_old,
        last_said.person IS NOT NULL
            AND CASE last_said.side WHEN 'us' THEN employee_day.employee IS NULL ELSE function_day.contact_person IS NULL END
            AS has_left
    FROM last_said
    LEFT JOIN partner_day ON partner_day.partner = last_said.partner
    LEFT JOIN employee_day ON employee_day.employee = last_said.colleague
    LEFT JOIN function_day ON function_day.contact_person = last_said.contact_person
        AND function_day.partner = last_said.partner
)
SELECT
    goal,
    partner,
    side,
    person,
    answered_on,
    answer,
    note,
    has_left,
    answer = 'endorsed' AND (is_old OR has_left) AS is_stale,
    answer = 'endorsed' AND NOT is_old AND NOT has_left AS is_valid
FROM newest
