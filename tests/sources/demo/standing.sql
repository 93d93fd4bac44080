WITH tier AS (
    SELECT p.id, p.name, coalesce(own.tier, parent.tier) AS tier, s.sector_id AS sector
    FROM partner AS p
    LEFT JOIN partner_tier AS own ON own.partner_id = p.id AND own.from_date <= $as_of
        AND (own.to_date IS NULL OR own.to_date >= $as_of)
    LEFT JOIN partner_tier AS parent ON parent.partner_id = p.parent_id AND parent.from_date <= $as_of
        AND (parent.to_date IS NULL OR parent.to_date >= $as_of)
    JOIN partner_sector AS s ON s.partner_id = p.id AND s.is_primary
    WHERE (p.active_to IS NULL OR p.active_to >= $as_of)
), line AS (
    SELECT t.* FROM tie AS t
    JOIN employee AS e ON e.id = t.employee_id
    LEFT JOIN contact_person AS c ON c.id = t.contact_person_id
    WHERE t.from_date <= $as_of AND (t.to_date IS NULL OR t.to_date >= $as_of)
        AND e.active_from <= $as_of AND (e.active_to IS NULL OR e.active_to >= $as_of)
        AND (c.id IS NULL OR ((c.active_from IS NULL OR c.active_from <= $as_of)
        AND (c.active_to IS NULL OR c.active_to >= $as_of)))
), tied AS (
    SELECT partner_id, count(DISTINCT employee_id) AS colleagues, bool_or(kind = 'account_manager') AS owned
    FROM line GROUP BY partner_id
), staffed AS (
    SELECT DISTINCT f.partner_id FROM contact_person_function AS f JOIN contact_person AS c ON c.id = f.contact_person_id
    WHERE (f.to_date IS NULL OR f.to_date >= $as_of) AND (f.from_date IS NULL OR f.from_date <= $as_of)
        AND (c.active_to IS NULL OR c.active_to >= $as_of) AND (c.active_from IS NULL OR c.active_from <= $as_of)
), met AS (
    SELECT b.partner_id, max(m.day) AS last FROM contact_moment AS m
    JOIN contact_moment_partner AS b ON b.contact_moment_id = m.id
    WHERE m.achieved AND m.day <= $as_of GROUP BY b.partner_id
), valid AS (
    SELECT a.partner_id, a.side, a.instrument_id FROM assessment AS a
    JOIN tier ON tier.id = a.partner_id
    JOIN tier_policy AS p ON p.tier = tier.tier
    WHERE a.perspective = 'own' AND a.day <= $as_of
        AND (p.assessment_days IS NULL OR $as_of - a.day <= p.assessment_days)
), scored AS (
    SELECT partner_id, bool_or(side = 'us') AND bool_or(side = 'partner') AS mutual,
        bool_or(side = 'partner' AND instrument_id = 'relation-9') AS rated FROM valid GROUP BY partner_id
)
SELECT tier.*, $as_of - met.last AS days, ($as_of - met.last) / p.rhythm_days AS ratio,
    coalesce(tied.colleagues, 0) AS colleagues, coalesce(tied.owned, false) AS owned,
    staffed.partner_id IS NOT NULL AS staffed, coalesce(scored.mutual, false) AS mutual,
    coalesce(scored.rated, false) AS rated
FROM tier
JOIN tier_policy AS p ON p.tier = tier.tier
LEFT JOIN tied ON tied.partner_id = tier.id
LEFT JOIN staffed ON staffed.partner_id = tier.id
LEFT JOIN met ON met.partner_id = tier.id
LEFT JOIN scored ON scored.partner_id = tier.id
