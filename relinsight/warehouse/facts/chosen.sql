-- One row a partner that the filters choose by its state on the day; without a filter every partner, those of other days too.
-- Keys: partner
-- Kept: each day
SELECT partner.id AS partner
FROM partner
LEFT JOIN partner_day ON partner_day.partner = partner.id
WHERE (
    coalesce(array_length(CAST($sectors AS VARCHAR[])), 0) + coalesce(array_length(CAST($clusters AS VARCHAR[])), 0)
    + coalesce(array_length(CAST($tiers AS VARCHAR[])), 0) + coalesce(array_length(CAST($account_managers AS VARCHAR[])), 0) = 0
) OR (partner_day.partner IS NOT NULL AND $matches_filters)
