-- The engine keeps no index for the three tables that grow with every contact: their keys are checked as sets before each commit.
DROP INDEX contact_moment_partner_key;
DROP INDEX contact_moment_person_key;
DROP INDEX contact_moment_employee_key;
