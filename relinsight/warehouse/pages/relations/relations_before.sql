-- One row a partner of the portfolio: how it stood on the day, as far as changes are told by it.
SELECT
    chain.partner, chain.owner, chain.silence AS state, chain.is_uncovered AS uncovered,
    chain.tied_employees AS ties, chain.goals_endorsed, chain.goals_late
FROM chain
