-- What every city starts with and may change: sectors, two questionnaires, promises per tier,
-- roles that pull against each other, and how much a kind of contact weighs.

INSERT INTO sector (id, name, recorded_at) VALUES
    ('care', 'care', now()),
    ('culture', 'culture', now()),
    ('maritime', 'maritime', now()),
    ('developers', 'developers', now()),
    ('residents', 'residents', now()),
    ('entrepreneurs', 'entrepreneurs', now()),
    ('sport', 'sport', now());

INSERT INTO contact_weight (kind, weight, recorded_at) VALUES
    ('visit', 3, now()),
    ('meeting', 3, now()),
    ('call', 1, now()),
    ('event', 1, now()),
    ('email', 0.5, now()),
    ('letter', 0.5, now()),
    ('other', 0.5, now());

INSERT INTO instrument (id, name, source, recorded_at) VALUES
    ('relation-9', 'Relation, four dimensions', 'Four dimensions after Hon and Grunig (1999); wording our own', now()),
    ('partner-4', 'Partnership, two families', 'Two families of three after the PARTNER tool (Varda, Chandra, Stern and Lurie 2008); wording our own', now());

INSERT INTO instrument_item (instrument_id, dimension, item, family, text, scale_min, scale_max, reversed, recorded_at) VALUES
    ('relation-9', 'trust', 'trust', NULL, 'How far can you rely on the other side to treat you fairly and to do what it says?', 1, 9, false, now()),
    ('relation-9', 'control_mutuality', 'control_mutuality', NULL, 'How far does each side listen to the other when something is decided?', 1, 9, false, now()),
    ('relation-9', 'commitment', 'commitment', NULL, 'How far is this relation worth the time that both sides put into it?', 1, 9, false, now()),
    ('relation-9', 'satisfaction', 'satisfaction', NULL, 'How content are you with how this relation goes?', 1, 9, false, now()),
    ('partner-4', 'reliability', 'reliability', 'trust', 'Does the other side keep its agreements?', 1, 4, false, now()),
    ('partner-4', 'shared_mission', 'shared_mission', 'trust', 'Does the other side work for the same purpose as you?', 1, 4, false, now()),
    ('partner-4', 'openness', 'openness', 'trust', 'Can you speak openly with the other side?', 1, 4, false, now()),
    ('partner-4', 'influence', 'influence', 'value', 'Does the other side have the standing to get things done?', 1, 4, false, now()),
    ('partner-4', 'involvement', 'involvement', 'value', 'Does the other side give time and attention to what you do together?', 1, 4, false, now()),
    ('partner-4', 'resources', 'resources', 'value', 'Does the other side bring in people, money, space or knowledge?', 1, 4, false, now());

INSERT INTO tier_policy (tier, from_date, rhythm_days, min_ties, assessment_days, needs_year_goal, needs_strategic_goal, endorsement_days, answer_days, recorded_at) VALUES
    ('A', NULL, 60, 2, 365, true, true, 365, 14, now()),
    ('B', NULL, 120, 2, 730, true, false, 365, 21, now()),
    ('C', NULL, 365, 1, NULL, false, false, NULL, 28, now());

INSERT INTO role_conflict (role_a, role_b, weight, why, recorded_at) VALUES
    ('subsidy_provider', 'regulator', 'high', 'Who pays a partner is tempted to look away when it inspects that partner.', now()),
    ('permit_authority', 'landowner', 'high', 'A generous permit raises the price of the land that the city sells.', now()),
    ('regulator', 'shareholder', 'high', 'Who shares in the profit also judges whether the rules were kept.', now()),
    ('client', 'regulator', 'medium', 'Who needs the work delivered finds it hard to stop that work.', now()),
    ('client', 'service_provider', 'medium', 'Each side is the customer of the other, so a complaint cuts both ways.', now()),
    ('permit_authority', 'co_creator', 'medium', 'Who helped to make a plan then judges that plan.', now()),
    ('subsidy_provider', 'shareholder', 'medium', 'A subsidy raises the value of the city''s own share.', now()),
    ('subsidy_provider', 'landowner', 'low', 'Rent and subsidy go round in a circle, and nobody sees the real price.', now()),
    ('subsidy_provider', 'client', 'low', 'What is bought and what is supported are easily confused.', now());
