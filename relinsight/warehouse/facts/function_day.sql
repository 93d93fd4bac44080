-- One row a contact person active on the day and a partner at which that person has a function on the day: which.
-- Keys: partner
-- Kept: each day
SELECT
    contact_person_function.contact_person_id AS contact_person,
    contact_person_function.partner_id AS partner,
    string_agg(
        contact_person_function.function, ', ' ORDER BY contact_person_function.from_date NULLS FIRST, contact_person_function.function
    ) AS function
FROM contact_person_function
JOIN contact_person ON contact_person.id = contact_person_function.contact_person_id
WHERE (contact_person_function.from_date IS NULL OR contact_person_function.from_date <= $as_of)
    AND (contact_person_function.to_date IS NULL OR contact_person_function.to_date >= $as_of)
    AND (contact_person.active_from IS NULL OR contact_person.active_from <= $as_of)
    AND (contact_person.active_to IS NULL OR contact_person.active_to >= $as_of)
GROUP BY contact_person_function.contact_person_id, contact_person_function.partner_id
