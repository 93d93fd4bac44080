-- One row an achieved contact moment of the counted days and a partner of it, with that partner's groups on the moment's own day.
-- Keys: partner
SELECT
    *,
    coalesce(initiative IN ('us', 'both') AND occasion <> 'issue', FALSE) AS is_proactive
FROM contact
WHERE day >= $first_day AND day <= $last_day
