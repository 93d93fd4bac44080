-- One row a form that counts and a part of it that it answers: the whole (part empty), a family or a dimension.
-- Keys: partner
-- Shown: form, partner, instrument, day, side, respondent, part, score
SELECT
    form.form,
    form.partner,
    form.instrument,
    form.side,
    form.perspective,
    form.day,
    form.respondent,
    form_answer.part,
    form_answer.dimension,
    form_answer.family,
    form_answer.score
FROM form
JOIN form_answer ON form_answer.form = form.form
