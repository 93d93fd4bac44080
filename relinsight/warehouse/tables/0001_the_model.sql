-- Every noun of the model as a table, with its key and the rules that one row can break by itself.
-- References between tables are declared in the records and checked as sets before each commit:
-- the engine's own foreign keys refuse to replace a row within one transaction.

-- Where it came from

CREATE TABLE import_run (
    id VARCHAR PRIMARY KEY,
    made_at TIMESTAMPTZ NOT NULL,
    made_by VARCHAR,
    file VARCHAR,
    sha256 VARCHAR,
    profile VARCHAR,
    rows_read BIGINT NOT NULL,
    accepted BIGINT NOT NULL,
    inserted BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    undone_at TIMESTAMPTZ,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (rows_read = accepted + rejected),
    CHECK (accepted = inserted + updated + unchanged)
);

CREATE TABLE import_reject (
    run_id VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    sheet VARCHAR,
    row_number BIGINT NOT NULL,
    field VARCHAR,
    value VARCHAR,
    reason VARCHAR NOT NULL,
    raw VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE history (
    id VARCHAR PRIMARY KEY,
    made_at TIMESTAMPTZ NOT NULL,
    made_by VARCHAR,
    run_id VARCHAR,
    table_name VARCHAR NOT NULL,
    row_id VARCHAR NOT NULL,
    operation VARCHAR NOT NULL CHECK (operation IN ('update', 'delete')),
    before JSON,
    after JSON,
    recorded_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE setting (
    name VARCHAR PRIMARY KEY,
    value VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

-- Who

CREATE TABLE cluster (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    parent_id VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE employee (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    email VARCHAR,
    job VARCHAR CHECK (job IN ('account_manager', 'policy_adviser', 'contract_manager', 'manager', 'executive', 'other')),
    active_from DATE,
    active_to DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (active_to >= active_from)
);

CREATE TABLE cluster_membership (
    employee_id VARCHAR NOT NULL,
    cluster_id VARCHAR NOT NULL,
    from_date DATE,
    to_date DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (to_date >= from_date)
);
CREATE UNIQUE INDEX cluster_membership_key ON cluster_membership (employee_id, cluster_id, coalesce(from_date, DATE '0001-01-01'));

CREATE TABLE sector (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE partner (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    parent_id VARCHAR,
    kvk_number VARCHAR,
    place VARCHAR,
    website VARCHAR,
    about VARCHAR,
    active_from DATE,
    active_to DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (active_to >= active_from)
);

CREATE TABLE partner_tier (
    partner_id VARCHAR NOT NULL,
    from_date DATE,
    tier VARCHAR NOT NULL CHECK (tier IN ('A', 'B', 'C')),
    to_date DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (to_date >= from_date)
);
CREATE UNIQUE INDEX partner_tier_key ON partner_tier (partner_id, coalesce(from_date, DATE '0001-01-01'));

CREATE TABLE partner_sector (
    partner_id VARCHAR NOT NULL,
    sector_id VARCHAR NOT NULL,
    from_date DATE,
    is_primary BOOLEAN,
    to_date DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (to_date >= from_date)
);
CREATE UNIQUE INDEX partner_sector_key ON partner_sector (partner_id, sector_id, coalesce(from_date, DATE '0001-01-01'));

CREATE TABLE partner_relation (
    from_partner_id VARCHAR NOT NULL,
    to_partner_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('umbrella_of', 'board_of', 'landlord_of', 'successor_of')),
    from_date DATE,
    to_date DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (to_date >= from_date),
    CHECK (from_partner_id <> to_partner_id)
);
CREATE UNIQUE INDEX partner_relation_key ON partner_relation (from_partner_id, to_partner_id, kind, coalesce(from_date, DATE '0001-01-01'));

CREATE TABLE partner_alias (
    partner_id VARCHAR,
    alias VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);
CREATE UNIQUE INDEX partner_alias_key ON partner_alias (coalesce(partner_id, ''), alias);

CREATE TABLE contact_person (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    email VARCHAR,
    phone VARCHAR,
    active_from DATE,
    active_to DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (active_to >= active_from)
);

CREATE TABLE contact_person_function (
    contact_person_id VARCHAR NOT NULL,
    partner_id VARCHAR NOT NULL,
    from_date DATE,
    function VARCHAR,
    to_date DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (to_date >= from_date)
);
CREATE UNIQUE INDEX contact_person_function_key ON contact_person_function (contact_person_id, partner_id, coalesce(from_date, DATE '0001-01-01'));

CREATE TABLE tie (
    id VARCHAR PRIMARY KEY,
    employee_id VARCHAR NOT NULL,
    partner_id VARCHAR NOT NULL,
    contact_person_id VARCHAR,
    kind VARCHAR NOT NULL CHECK (kind IN ('account_manager', 'deputy', 'executive_sponsor', 'content', 'informal')),
    stated_strength INTEGER CHECK (stated_strength BETWEEN 1 AND 4),
    from_date DATE,
    to_date DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (to_date >= from_date)
);

-- What happened

CREATE TABLE contact_moment (
    id VARCHAR PRIMARY KEY,
    day DATE NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('visit', 'meeting', 'call', 'email', 'letter', 'event', 'other')),
    achieved BOOLEAN,
    initiative VARCHAR CHECK (initiative IN ('us', 'partner', 'both')),
    occasion VARCHAR CHECK (occasion IN ('regular', 'issue', 'milestone', 'request')),
    sentiment INTEGER CHECK (sentiment BETWEEN -2 AND 2),
    subject VARCHAR,
    note VARCHAR,
    impression VARCHAR,
    confidential BOOLEAN,
    event_id VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE contact_moment_partner (
    contact_moment_id VARCHAR NOT NULL,
    partner_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);
CREATE UNIQUE INDEX contact_moment_partner_key ON contact_moment_partner (contact_moment_id, partner_id);

CREATE TABLE contact_moment_person (
    contact_moment_id VARCHAR NOT NULL,
    contact_person_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);
CREATE UNIQUE INDEX contact_moment_person_key ON contact_moment_person (contact_moment_id, contact_person_id);

CREATE TABLE contact_moment_employee (
    contact_moment_id VARCHAR NOT NULL,
    employee_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);
CREATE UNIQUE INDEX contact_moment_employee_key ON contact_moment_employee (contact_moment_id, employee_id);

CREATE TABLE contact_weight (
    kind VARCHAR PRIMARY KEY CHECK (kind IN ('visit', 'meeting', 'call', 'email', 'letter', 'event', 'other')),
    weight DOUBLE NOT NULL CHECK (weight >= 0),
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE instrument (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    source VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE instrument_item (
    instrument_id VARCHAR NOT NULL,
    dimension VARCHAR NOT NULL,
    item VARCHAR NOT NULL,
    family VARCHAR,
    text VARCHAR,
    scale_min DOUBLE NOT NULL,
    scale_max DOUBLE NOT NULL,
    reversed BOOLEAN,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    PRIMARY KEY (instrument_id, dimension, item),
    CHECK (scale_max > scale_min)
);

CREATE TABLE assessment (
    id VARCHAR PRIMARY KEY,
    partner_id VARCHAR NOT NULL,
    day DATE NOT NULL,
    side VARCHAR NOT NULL CHECK (side IN ('us', 'partner')),
    perspective VARCHAR NOT NULL CHECK (perspective IN ('own', 'guess')),
    employee_id VARCHAR,
    contact_person_id VARCHAR,
    instrument_id VARCHAR NOT NULL,
    comment VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE assessment_score (
    assessment_id VARCHAR NOT NULL,
    dimension VARCHAR NOT NULL,
    item VARCHAR NOT NULL,
    score DOUBLE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    PRIMARY KEY (assessment_id, dimension, item)
);

CREATE TABLE dealing (
    id VARCHAR PRIMARY KEY,
    partner_id VARCHAR,
    organisation VARCHAR,
    role VARCHAR NOT NULL CHECK (role IN ('subsidy_provider', 'client', 'service_provider', 'regulator', 'permit_authority', 'landowner', 'shareholder', 'facilitator', 'co_creator')),
    cluster_id VARCHAR,
    employee_id VARCHAR,
    reference VARCHAR,
    title VARCHAR,
    year INTEGER CHECK (year BETWEEN 1800 AND 2200),
    opened_on DATE,
    decided_on DATE,
    closed_on DATE,
    requested DECIMAL(18, 2),
    granted DECIMAL(18, 2),
    settled DECIMAL(18, 2),
    accounted VARCHAR CHECK (accounted IN ('pending', 'sufficient', 'insufficient')),
    accounted_on DATE,
    outcome VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (closed_on >= opened_on)
);

CREATE TABLE event (
    id VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    day DATE NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('network', 'hospitality', 'working_visit', 'training')),
    cluster_id VARCHAR,
    place VARCHAR,
    cost_per_head DECIMAL(18, 2),
    capacity INTEGER,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE attendance (
    event_id VARCHAR NOT NULL,
    contact_person_id VARCHAR,
    employee_id VARCHAR,
    partner_id VARCHAR,
    status VARCHAR NOT NULL CHECK (status IN ('invited', 'accepted', 'declined', 'attended', 'no_show')),
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (contact_person_id IS NOT NULL OR employee_id IS NOT NULL OR partner_id IS NOT NULL)
);
CREATE UNIQUE INDEX attendance_key ON attendance (event_id, coalesce(contact_person_id, ''), coalesce(employee_id, ''));

-- What is agreed and asked

CREATE TABLE goal (
    id VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    description VARCHAR,
    horizon VARCHAR NOT NULL CHECK (horizon IN ('year', 'strategic')),
    kind VARCHAR CHECK (kind IN ('deepen', 'maintain', 'enforce')),
    starts_on DATE,
    due_on DATE,
    employee_id VARCHAR,
    parent_goal_id VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (due_on >= starts_on)
);

CREATE TABLE goal_partner (
    goal_id VARCHAR NOT NULL,
    partner_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    PRIMARY KEY (goal_id, partner_id)
);

CREATE TABLE endorsement (
    goal_id VARCHAR NOT NULL,
    side VARCHAR NOT NULL CHECK (side IN ('us', 'partner')),
    partner_id VARCHAR,
    employee_id VARCHAR,
    contact_person_id VARCHAR,
    answered_on DATE NOT NULL,
    answer VARCHAR NOT NULL CHECK (answer IN ('endorsed', 'amended', 'declined')),
    note VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (side = 'us' OR partner_id IS NOT NULL)
);
CREATE UNIQUE INDEX endorsement_key ON endorsement (goal_id, side, coalesce(partner_id, ''), coalesce(employee_id, ''), coalesce(contact_person_id, ''), answered_on);

CREATE TABLE goal_update (
    goal_id VARCHAR NOT NULL,
    day DATE NOT NULL,
    status VARCHAR NOT NULL CHECK (status IN ('proposed', 'agreed', 'on_track', 'at_risk', 'achieved', 'dropped')),
    progress DOUBLE CHECK (progress BETWEEN 0 AND 100),
    blocker VARCHAR,
    note VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    PRIMARY KEY (goal_id, day)
);

CREATE TABLE question (
    id VARCHAR PRIMARY KEY,
    partner_id VARCHAR NOT NULL,
    contact_person_id VARCHAR,
    employee_id VARCHAR,
    kind VARCHAR CHECK (kind IN ('question', 'request', 'complaint')),
    asked_on DATE NOT NULL,
    subject VARCHAR,
    note VARCHAR,
    cluster_id VARCHAR,
    due_on DATE,
    answered_on DATE,
    answer VARCHAR,
    answer_moment_id VARCHAR,
    partner_satisfied BOOLEAN,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (answered_on >= asked_on)
);

CREATE TABLE referral (
    question_id VARCHAR NOT NULL,
    step INTEGER NOT NULL CHECK (step >= 1),
    referred_on DATE NOT NULL,
    from_employee_id VARCHAR,
    to_cluster_id VARCHAR,
    to_employee_id VARCHAR,
    accepted_on DATE,
    returned_on DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    PRIMARY KEY (question_id, step)
);

CREATE TABLE topic (
    id VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE interest (
    id VARCHAR PRIMARY KEY,
    topic_id VARCHAR NOT NULL,
    partner_id VARCHAR,
    day DATE,
    position VARCHAR,
    underlying VARCHAR,
    position_score DOUBLE CHECK (position_score BETWEEN -5 AND 5),
    importance INTEGER CHECK (importance BETWEEN 1 AND 5),
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE interest_theme (
    interest_id VARCHAR NOT NULL,
    theme VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    PRIMARY KEY (interest_id, theme)
);

CREATE TABLE action (
    id VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    partner_id VARCHAR,
    employee_id VARCHAR,
    contact_moment_id VARCHAR,
    review_id VARCHAR,
    due_on DATE,
    done_on DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE review (
    id VARCHAR PRIMARY KEY,
    day DATE NOT NULL,
    title VARCHAR,
    note VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR
);

CREATE TABLE tier_policy (
    tier VARCHAR NOT NULL CHECK (tier IN ('A', 'B', 'C')),
    from_date DATE,
    rhythm_days INTEGER CHECK (rhythm_days > 0),
    min_ties INTEGER CHECK (min_ties > 0),
    assessment_days INTEGER CHECK (assessment_days > 0),
    needs_year_goal BOOLEAN,
    needs_strategic_goal BOOLEAN,
    endorsement_days INTEGER CHECK (endorsement_days > 0),
    answer_days INTEGER CHECK (answer_days > 0),
    to_date DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (to_date >= from_date)
);
CREATE UNIQUE INDEX tier_policy_key ON tier_policy (tier, coalesce(from_date, DATE '0001-01-01'));

CREATE TABLE role_conflict (
    role_a VARCHAR NOT NULL,
    role_b VARCHAR NOT NULL,
    weight VARCHAR NOT NULL CHECK (weight IN ('low', 'medium', 'high')),
    why VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    PRIMARY KEY (role_a, role_b),
    CHECK (role_a <> role_b)
);
