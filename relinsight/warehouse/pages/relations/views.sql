-- One row a partner of the portfolio and an instrument: its own view of the relation, empty where not given.
SELECT partner_score.partner, partner_score.instrument, partner_score.score, partner_score.respondents
FROM partner_score
WHERE partner_score.side = 'partner' AND partner_score.part IS NULL
ORDER BY partner_score.instrument, partner_score.partner
