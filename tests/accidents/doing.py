"""What a child does: each piece of work tells how far it is, and gives back the sentence with which it was refused."""

from __future__ import annotations

import io
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from arriving import said
from opened import settle
from streamlit.testing.v1 import AppTest

from relinsight.command_line import main
from relinsight.show import caches
from relinsight.warehouse import checks
from relinsight.warehouse.backup import BackupRefused, backup, restore
from relinsight.warehouse.connection import Warehouse, open_file
from relinsight.warehouse.demo import fill_with_demo, remove_demo
from relinsight.warehouse.export_all import ExportRefused, export_all
from relinsight.warehouse.imports import ImportRefused, import_files
from relinsight.warehouse.migrations import LEDGER, migrations
from relinsight.warehouse.refusal import WarehouseError

AT = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
RUN = "the-run"
REFUSED = (WarehouseError, ImportRefused, BackupRefused, ExportRefused)
Tell = Callable[[str], None]
Work = Callable[[Warehouse, Tell], None]


def refused(work: Callable[[], object]) -> str | None:
    """The sentence with which work is refused; nothing where it is done."""
    try:
        work()
    except REFUSED as why:
        return said(why.reason)
    return None


def over(path: Path, work: Callable[[Warehouse], object]) -> str | None:
    """Open a city, work on it and give it back."""

    def opened_and_closed() -> None:
        warehouse = open_file(path)
        try:
            warehouse.connection.execute("SET threads = 1")  # a few rows each: a second thread only costs
            work(warehouse)
        finally:
            warehouse.close()

    return refused(opened_and_closed)


def bring(tell: Tell, path: Path, files: Sequence[Path]) -> str | None:
    """Bring files in, in one call."""

    def work(warehouse: Warehouse) -> None:
        tell("opened")
        import_files(warehouse, files, at=AT, progress=lambda step, _part: tell(step.message))
        tell("written")

    return over(path, work)


def look(_tell: Tell, path: Path) -> str | None:
    """Open a city and look at it."""
    return over(path, lambda warehouse: warehouse.rows("SELECT count(*) FROM partner"))


def copy(tell: Tell, path: Path, target: Path) -> str | None:
    """Make a copy."""

    def work(warehouse: Warehouse) -> None:
        tell("opened")
        backup(warehouse, target)

    return over(path, work)


def put_back(tell: Tell, path: Path, source: Path) -> str | None:
    """Put a copy back."""
    tell("opened")
    return refused(lambda: restore(source, path))


def leave(_tell: Tell, path: Path, folder: Path, format_: str) -> str | None:
    """Take everything along."""
    return over(path, lambda warehouse: export_all(warehouse, folder, format_))


def invent(tell: Tell, path: Path) -> str | None:
    """Make the demo city."""

    def work(warehouse: Warehouse) -> None:
        tell("opened")
        fill_with_demo(warehouse, at=AT, partners=20, contacts=300, progress=lambda step, _part: tell(step.message))

    return over(path, work)


def uninvent(tell: Tell, path: Path) -> str | None:
    """Take the demo city out again."""

    def work(warehouse: Warehouse) -> None:
        tell("opened")
        remove_demo(warehouse)

    return over(path, work)


def bring_up(tell: Tell, path: Path) -> str | None:
    """Open a city and so bring it up to the present version."""
    tell("opened")
    return over(path, lambda _warehouse: None)


def make_older(_tell: Tell, path: Path) -> None:
    """A city as the first version made it, with one row."""
    with duckdb.connect(str(path)) as old:
        old.execute(LEDGER)
        old.execute(migrations()[0].sql)
        old.execute("INSERT INTO migration VALUES (1, 'the_model', now())")
        old.execute("INSERT INTO cluster (id, name, recorded_at) VALUES ('port', 'Port', now())")


def version(path: Path) -> int:
    """The newest step that a copy has had."""
    with duckdb.connect(str(path), read_only=True) as copy:
        ((number,),) = copy.execute("SELECT max(number) FROM migration").fetchall()
    return int(number)


def seen(tell: Tell, work: Callable[..., str | None], path: Path, *more: object) -> tuple[str | None, dict[str, int]]:
    """What is said, and what then lies in the folder that the work wrote to."""
    said = work(tell, path, *more)
    folder = (more[0] if more and isinstance(more[0], Path) else path).parent
    return said, files_in(folder)


def files_in(folder: Path) -> dict[str, int]:
    """Every file in a folder with its size."""
    return {str(file.relative_to(folder)): file.stat().st_size for file in folder.rglob("*") if file.is_file()}


def told_and_kept(tell: Tell, path: Path, files: Sequence[Path]) -> tuple[str | None, dict[str, int]]:
    """What an import says, and what the city holds afterwards."""
    said = bring(tell, path, files)
    warehouse = open_file(path)
    kept = {table: len(warehouse.rows(f"SELECT 1 FROM {table}")) for table in ("partner", "contact_moment")}
    warehouse.close()
    return said, kept


def full_and_empty_again(_tell: Tell, path: Path, files: Sequence[Path]) -> dict[str, object]:
    """An import while something else fills the disk, and the same import after that is gone."""
    warehouse = open_file(path)
    warehouse.connection.execute("SET wal_autocheckpoint = '100KB'")
    filler = path.with_name("filler")
    room = os.statvfs(path.parent)
    filler.write_bytes(bytes(room.f_bavail * room.f_bsize))
    found: dict[str, object] = {"full": refused(lambda: import_files(warehouse, files, at=AT)), "is over": warehouse.is_over}
    filler.unlink()
    warehouse.close()
    warehouse = open_file(path)
    found["after"] = {"contact_moment": len(warehouse.rows("SELECT 1 FROM contact_moment"))}
    import_files(warehouse, files, at=AT)
    found["again"] = {"contact_moment": len(warehouse.rows("SELECT 1 FROM contact_moment"))}
    return found


def reject(_tell: Tell, path: Path, folder: Path) -> str | None:
    """Bring in a file of which many rows are rejected."""
    (folder / "event.csv").write_text("id,title,day,kind\n" + "".join(f"v{i},{'Title ' * 9}{i},2026-13-01,network\n" for i in range(200)))

    def work(warehouse: Warehouse) -> None:
        import_files(warehouse, [folder / "event.csv"], at=AT)
        warehouse.connection.execute(f"UPDATE import_run SET id = '{RUN}' WHERE rejected > 0")
        warehouse.connection.execute(f"UPDATE import_reject SET run_id = '{RUN}'")

    return over(path, work)


COMMANDS = {
    "runs": ("runs",),
    "page.md": ("page", "portfolio", "--as-of", "2026-06-30", "-o", "{out}/page.md"),
    "page.xlsx": ("page", "portfolio", "--as-of", "2026-06-30", "--format", "xlsx", "-o", "{out}/page.xlsx"),
    "rejects.csv": ("rejects", "{run}", "--out", "{out}/rejects.csv"),
    "demo": ("demo", "--partners", "20", "--out", "{out}/demo"),
}


def command(_tell: Tell, path: Path, name: str, out: Path) -> tuple[object, str, dict[str, int]]:
    """What a verb of the command line ends with, says on stderr, and leaves."""
    os.environ["RELINSIGHT_DB"] = str(path)
    sys.argv = ["relinsight", *(word.format(out=out, run=RUN) for word in COMMANDS[name])]
    told = io.StringIO()
    code: object = 0
    with redirect_stderr(told), redirect_stdout(io.StringIO()):
        try:
            main()
        except SystemExit as end:
            code = end.code
    return code, told.getvalue(), files_in(out)


def hold(tell: Tell, path: Path) -> None:
    """Open a city and keep it."""
    warehouse = open_file(path)
    tell("opened")
    time.sleep(60)
    warehouse.close()


def check(_tell: Tell, path: Path) -> str | None:
    """Look whether every rule holds."""
    return over(path, checks.findings)


def names(_tell: Tell, path: Path) -> list[object]:
    """How the partners are called."""
    warehouse = open_file(path)
    found = [row["name"] for row in warehouse.rows("SELECT name FROM partner ORDER BY name")]
    warehouse.close()
    return found


def rename(_tell: Tell, path: Path) -> str | None:
    """Change a city, and write the change into its file."""
    return over(path, lambda warehouse: warehouse.connection.execute("UPDATE partner SET name = 'Port'"))


def add_and_die(tell: Tell, path: Path) -> None:
    """Add a partner, and end before the log is written into the file."""
    warehouse = open_file(path)
    with warehouse.transaction() as cursor:
        cursor.execute("INSERT INTO partner (id, name, recorded_at) VALUES ('p2', 'New', now())")
    tell("dying")
    os.kill(os.getpid(), signal.SIGKILL)


def remove_in_dashboard(_tell: Tell, path: Path, frame: Path) -> dict[str, object]:
    """Remove the demo on the page while something else fills the disk, and look at the page after that is gone."""
    os.environ["RELINSIGHT_DB"] = str(path)
    app = AppTest.from_file(str(frame), default_timeout=60).run()
    before = len(caches.city().warehouse.rows("SELECT 1 FROM partner"))
    caches.city().warehouse.connection.execute("SET wal_autocheckpoint = '1KB'")
    filler = path.with_name("filler")
    room = os.statvfs(path.parent)
    filler.write_bytes(bytes(room.f_bavail * room.f_bsize))
    app.session_state["data-panel"] = True
    app.run()
    app.session_state["data-panel"] = True
    app.checkbox(key="remove-sure").check().run()
    settle(app.button(key="remove-demo").click().run())
    found: dict[str, object] = {"full": [error.value.replace("\\", "") for error in app.error], "exceptions": len(app.exception)}
    filler.unlink()
    next(button for button in app.button if str(button.key).startswith("outcome-close")).click().run()
    found["room again"] = [error.value for error in app.error]
    found["partners before"] = before
    found["partners after"] = len(caches.city().warehouse.rows("SELECT 1 FROM partner"))
    return found
