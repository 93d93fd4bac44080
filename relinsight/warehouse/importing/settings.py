"""Keep what a profile sets for the whole database: the owner's day, the origin, the attribution."""

from __future__ import annotations

from relinsight.warehouse.importing.work import Work


def keep_settings(work: Work) -> None:
    """Write each setting that differs from what is there, with what was there in the history."""
    for name, value in {key: text for plan in work.plans for key, text in plan.settings.items()}.items():
        if work.number("SELECT count(*) FROM setting WHERE name = $name AND value = $value", name=name, value=value):
            continue
        work.run(
            "INSERT INTO history SELECT uuid()::VARCHAR, $at, NULL, $run, 'setting', name, 'update', to_json(setting), "
            "json_object('name', name, 'value', $value), $at FROM setting WHERE name = $name",
            name=name,
            value=value,
            at=work.made_at,
            run=work.run_id,
        )
        work.run(
            "INSERT OR REPLACE INTO setting VALUES ($name, $value, $at, $run)",
            name=name,
            value=value,
            at=work.made_at,
            run=work.run_id,
        )
