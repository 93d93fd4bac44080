-- One row a contact person active on the day and a partner at which that person has a function on the day.
-- Keys: partner
SELECT DISTINCT
    contact_person_function.contact_person_id AS contact_person,
    contact_person_function.partner_id AS partner
FROM contact_person_function
JOIN contact_person ON contact_person.id = contact_person_function.contact_person_id
WHERE (contact_person_function.from_date IS NULL OR contact_person_function.from_date <= $as_of)
    AND (contact_person_function.to_date IS NULL OR contact_person_function.to_date >= $as_of)
    AND (contact_person.active_from IS NULL OR contact_person.active_from <= $as_of)
    AND (contact_person.active_to IS NULL OR contact_person.active_to >= $as_of)
