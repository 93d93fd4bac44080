-- One row a partner active on the day: how often we spoke with it up to the day and when last, whom we met there most, and which colleague met it most.
-- Keys: partner
-- Kept: each day
-- Shown: partner, name, contacts, last_contact_day, met, met_by
WITH tally AS (
    SELECT partner, count(*) AS contacts, max(day) AS last_contact_day
    FROM contact
    GROUP BY partner
),
at_one_partner AS (
    SELECT DISTINCT contact_person_id, partner_id
    FROM contact_person_function
),
met AS (
    SELECT
        contact.partner,
        contact_moment_person.contact_person_id AS person,
        count(*) AS contacts,
        max(contact.day) AS last_met
    FROM contact
    JOIN contact_moment_person ON contact_moment_person.contact_moment_id = contact.moment
    LEFT JOIN at_one_partner ON at_one_partner.contact_person_id = contact_moment_person.contact_person_id
        AND at_one_partner.partner_id = contact.partner
    WHERE contact.partners = 1 OR at_one_partner.partner_id IS NOT NULL
    GROUP BY contact.partner, contact_moment_person.contact_person_id
),
person_placed AS (
    SELECT
        partner,
        person,
        count(*) OVER (PARTITION BY partner) AS people,
        row_number() OVER (PARTITION BY partner ORDER BY contacts DESC, last_met DESC, person) AS place
    FROM met
),
colleague_placed AS (
    SELECT
        partner,
        employee,
        count(*) OVER (PARTITION BY partner) AS colleagues,
        row_number() OVER (PARTITION BY partner ORDER BY contacts DESC, last_met DESC, employee) AS place
    FROM acquaintance
)
SELECT
    partner_day.partner,
    partner_day.name,
    partner_day.in_portfolio,
    partner_day.tier,
    partner_day.sector,
    partner_day.cluster,
    partner_day.owner,
    coalesce(tally.contacts, 0) AS contacts,
    tally.last_contact_day,
    contact_person.name AS met,
    coalesce(person_placed.people, 0) AS people,
    employee.name AS met_by,
    coalesce(colleague_placed.colleagues, 0) AS colleagues
FROM partner_day
LEFT JOIN tally ON tally.partner = partner_day.partner
LEFT JOIN person_placed ON person_placed.partner = partner_day.partner AND person_placed.place = 1
LEFT JOIN colleague_placed ON colleague_placed.partner = partner_day.partner AND colleague_placed.place = 1
LEFT JOIN contact_person ON contact_person.id = person_placed.person
LEFT JOIN employee ON employee.id = colleague_placed.employee
