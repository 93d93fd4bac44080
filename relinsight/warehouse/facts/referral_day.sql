-- One row a question of a partner that was referred up to the day and not returned by then: where in the house it lies, by its last such step.
-- Keys: partner
WITH open_step AS (
    SELECT
        referral.question_id AS question,
        question.partner_id AS partner,
        referral.to_cluster_id AS cluster,
        referral.to_employee_id AS employee,
        row_number() OVER (PARTITION BY referral.question_id ORDER BY referral.step DESC) AS place
    FROM referral
    JOIN question ON question.id = referral.question_id
    WHERE referral.referred_on <= $as_of AND (referral.returned_on IS NULL OR referral.returned_on > $as_of)
)
SELECT question, partner, cluster, employee
FROM open_step
WHERE place = 1
