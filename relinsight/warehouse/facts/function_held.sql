-- One row a function that a contact person active on the day holds at a partner on the day.
-- Keys: partner
SELECT
    contact_person_function.contact_person_id AS contact_person,
    contact_person_function.partner_id AS partner,
    contact_person_function.function,
    contact_person_function.from_date
FROM contact_person_function
JOIN contact_person ON contact_person.id = contact_person_function.contact_person_id
WHERE (contact_person_function.from_date IS NULL OR contact_person_function.from_date <= $as_of)
    AND (contact_person_function.to_date IS NULL OR contact_person_function.to_date >= $as_of)
    AND (contact_person.active_from IS NULL OR contact_person.active_from <= $as_of)
    AND (contact_person.active_to IS NULL OR contact_person.active_to >= $as_of)
