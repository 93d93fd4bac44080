-- One row a spelling of an organisation in the dealings or of a collective name: folded as at import, and whether it is a collective name.
-- Keys: none
WITH spelled AS (
    SELECT organisation AS spelling, FALSE AS is_collective
    FROM dealing
    WHERE partner_id IS NULL
    UNION ALL
    SELECT alias AS spelling, TRUE AS is_collective
    FROM partner_alias
    WHERE partner_id IS NULL
),
different AS (
    SELECT spelling, bool_or(is_collective) AS is_collective
    FROM spelled
    WHERE spelling IS NOT NULL
    GROUP BY spelling
),
seen AS (
    SELECT
        spelling,
        is_collective,
        lower(regexp_replace(
            spelling, '[\x{ad}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}\x{2066}-\x{2069}\x{feff}]', '', 'g'
        )) AS visible
    FROM different
),
-- A letter whose accent stands apart becomes the one sign for both: the place of the pair tells which.
letter AS (
    SELECT
        'àáâãāăȧäảåǎȁȃạḁąàáḃḅḇćĉċčçćḋďḍḑḓḏèéêẽēĕėëẻěȅȇẹȩęḙḛèéḟǵĝḡğġǧģǵĥḣḧȟḥḩḫẖìíîĩīĭïỉǐȉȋịįḭìíḯĵǰḱǩḳķḵḱĺľḷļḽḻĺḿṁṃḿǹńñṅňṇņṋṉǹńòóôõōŏȯöỏőǒȍȏơọǫòóṕṗṕŕṙřȑȓṛŗṟŕśŝṡšṣșşśṫẗťṭțţṱṯùúûũūŭüủůűǔȕȗưụṳųṷṵùúǘṽṿẁẃŵẇẅẘẉẁẃẋẍỳýŷỹȳẏÿỷẙỵỳýźẑżžẓẕź' AS pairs,
        'àáâãāăȧäảåǎȁȃạḁąàáḃḅḇćĉċčçćḋďḍḑḓḏèéêẽēĕėëẻěȅȇẹȩęḙḛèéḟǵĝḡğġǧģǵĥḣḧȟḥḩḫẖìíîĩīĭïỉǐȉȋịįḭìíḯĵǰḱǩḳķḵḱĺľḷļḽḻĺḿṁṃḿǹńñṅňṇņṋṉǹńòóôõōŏȯöỏőǒȍȏơọǫòóṕṗṕŕṙřȑȓṛŗṟŕśŝṡšṣșşśṫẗťṭțţṱṯùúûũūŭüủůűǔȕȗưụṳųṷṵùúǘṽṿẁẃŵẇẅẘẉẁẃẋẍỳýŷỹȳẏÿỷẙỵỳýźẑżžẓẕź' AS signs
),
accented AS (
    SELECT
        seen.spelling,
        seen.is_collective,
        CASE
            WHEN regexp_matches(seen.visible, '[a-z][\x{300}-\x{36f}]') THEN array_to_string(
                list_transform(
                    regexp_extract_all(seen.visible, '(?s).[\x{300}-\x{36f}]?'),
                    lambda piece: CASE
                        WHEN length(piece) = 2 AND strpos(letter.pairs, piece) > 0
                            THEN substr(letter.signs, (strpos(letter.pairs, piece) + 1) // 2, 1)
                        ELSE piece
                    END
                ),
                ''
            )
            ELSE seen.visible
        END AS visible
    FROM seen
    CROSS JOIN letter
),
plain AS (
    SELECT
        spelling,
        is_collective,
        trim(regexp_replace(
            visible, '[\s\x{0b}\x{1a}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g'
        )) AS folded
    FROM accented
)
SELECT spelling, folded, bool_or(is_collective) OVER (PARTITION BY folded) AS is_collective
FROM plain
