-- One row an active partner: what its promises are held against on the day (people, last contact, forms, goals, questions, dealings), and which are kept: true where not promised.
-- Keys: partner, tier_of
-- Kept: each day
WITH people AS (
    SELECT partner, count(*) AS contact_persons
    FROM function_day
    GROUP BY partner
),
colleagues AS (
    SELECT partner, count(*) AS tied_employees, count(DISTINCT employee_cluster) AS tied_clusters
    FROM tied_colleague
    GROUP BY partner
),
goals AS (
    SELECT
        partner,
        count(*) FILTER (WHERE is_current) AS goals_current,
        count(*) FILTER (WHERE is_current AND is_endorsed_by_both) AS goals_endorsed,
        count(*) FILTER (WHERE is_current AND is_endorsed_by_both AND horizon = 'year') AS goals_endorsed_year,
        count(*) FILTER (WHERE is_current AND is_endorsed_by_both AND horizon = 'strategic') AS goals_endorsed_strategic,
        count(*) FILTER (WHERE is_current AND went_stale) AS goals_gone_stale,
        count(*) FILTER (WHERE is_late) AS goals_late
    FROM goal_day
    GROUP BY partner
),
questions AS (
    SELECT
        partner,
        count(*) FILTER (WHERE is_open) AS questions_open,
        count(*) FILTER (WHERE is_late) AS questions_late
    FROM question_day
    GROUP BY partner
),
dealings AS (
    SELECT partner, count(*) AS dealings_open
    FROM dealing_day
    WHERE is_open
    GROUP BY partner
),
standing AS (
    SELECT
        partner_day.*,
        coalesce(people.contact_persons, 0) AS contact_persons,
        coalesce(colleagues.tied_employees, 0) AS tied_employees,
        coalesce(colleagues.tied_clusters, 0) AS tied_clusters,
        last_contact_day.day AS last_contact_day,
        last_contact_day.days_since AS days_since_contact,
        coalesce(assessed.by_us, FALSE) AS is_assessed_by_us,
        coalesce(assessed.by_them, FALSE) AS is_assessed_by_them,
        coalesce(assessed.by_both, FALSE) AS is_assessed_by_both,
        coalesce(goals.goals_current, 0) AS goals_current,
        coalesce(goals.goals_endorsed, 0) AS goals_endorsed,
        coalesce(goals.goals_endorsed_year, 0) AS goals_endorsed_year,
        coalesce(goals.goals_endorsed_strategic, 0) AS goals_endorsed_strategic,
        coalesce(goals.goals_gone_stale, 0) AS goals_gone_stale,
        coalesce(goals.goals_late, 0) AS goals_late,
        coalesce(questions.questions_open, 0) AS questions_open,
        coalesce(questions.questions_late, 0) AS questions_late,
        coalesce(dealings.dealings_open, 0) AS dealings_open
    FROM partner_day
    LEFT JOIN people ON people.partner = partner_day.partner
    LEFT JOIN colleagues ON colleagues.partner = partner_day.partner
    LEFT JOIN last_contact_day ON last_contact_day.partner = partner_day.partner
    LEFT JOIN assessed ON assessed.partner = partner_day.partner
    LEFT JOIN goals ON goals.partner = partner_day.partner
    LEFT JOIN questions ON questions.partner = partner_day.partner
    LEFT JOIN dealings ON dealings.partner = partner_day.partner
)
SELECT
    *,
    rhythm_days IS NULL OR coalesce(days_since_contact <= rhythm_days, FALSE) AS is_in_time,
    min_ties IS NULL OR tied_employees >= min_ties AS has_ties,
    assessment_days IS NULL OR is_assessed_by_both AS is_assessed,
    NOT needs_year_goal OR goals_endorsed_year > 0 AS has_year_goal,
    NOT needs_strategic_goal OR goals_endorsed_strategic > 0 AS has_strategic_goal,
    endorsement_days IS NULL OR goals_gone_stale = 0 AS has_fresh_goals,
    answer_days IS NULL OR questions_late = 0 AS is_answered
FROM standing
