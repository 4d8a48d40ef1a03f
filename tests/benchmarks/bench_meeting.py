"""How long a whole unit meeting takes: thirty families through intake, clocks and drafting, to files in the outbox.

python -m tests.benchmarks.bench_meeting
"""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from autoadmin.bootstrap import load_settings, open_office
from autoadmin.engine import run_queued
from autoadmin.workflows.fire_schedules import fire_schedules
from autoadmin.workflows.found_office import found_office
from autoadmin.workflows.list_documents import list_documents
from autoadmin.workflows.receive_files import receive_files
from autoadmin.workflows.registry import WORKFLOWS

FAMILIES = 30
MEETING_ON = date(2026, 11, 19)

FAMILY = """
## Family: Invented{n} (F-9{n:03})
Children: Ada Invented{n} (C-9{n:03}1, born 3 April 2015); Ben Invented{n} (C-9{n:03}2, born 11 August 2019)
Adults: Cleo Invented{n} (mother, PR); Dan Other{n} (father, no PR)
Worker: Wanda Worker
Status: child protection plan (neglect) from {plan:%-d %B %Y}
Minutes spent: 12

### Child's lived experience
- Ada told Wanda: "I like it when we all eat at the table." (17 Nov)
- Ben brought his drawing of the garden.
### What has happened since
- 12 Nov: Wanda visited at home. Ada and Ben seen alone.
- 13 Nov: school reports attendance 81% this half term.
- 16 Nov: core group held at the school.
### Family's own words and goals
- Cleo: "I want the mornings to be calmer."
- Goal: both children at school on time four days in five.
### Worries
- Nobody knows yet who collects the children on Fridays.
### Strengths
- Cleo rang school herself on three mornings.
### Hypotheses
- Dr Okoro: mornings go wrong after late nights. To test: ask Cleo about the week she was away.
### Decisions
- Continue the plan. Why: it is early days. By: Rosa Lead.
### Actions
- Wanda Worker to see the health visitor by 27 November 2026
- Dr Okoro to offer a first session, due 4/12/26
"""

MEETING = """# Unit meeting: Unit 9 (Invented)
Date: 19 November 2026
Chair: Rosa Lead
Present: Rosa Lead (consultant social worker), Wanda Worker (social worker), Dr Ife Okoro (clinician)
"""


def main() -> None:
    """Print seconds for the whole meeting and milliseconds per document."""
    sheet = MEETING + "".join(
        FAMILY.format(n=number, plan=MEETING_ON - timedelta(days=60 + number)) for number in range(FAMILIES)
    )
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "office"
        found_office(office)
        path = Path(folder) / "unit-meeting.md"
        path.write_text(sheet, encoding="utf-8")
        services = open_office(load_settings(office / "config.toml"), at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
        began = perf_counter()
        receive_files(services, [path])
        tasks = run_queued(services, WORKFLOWS)
        while fire_schedules(services):
            tasks += run_queued(services, WORKFLOWS)
        seconds = perf_counter() - began
        documents = len(list_documents(services, by="bench"))
        services.store.close()
    print(f"{FAMILIES} families, {len(sheet.split())} words, {tasks} tasks, {documents} documents")
    print(f"{seconds:.2f} s in all, {1000 * seconds / documents:.1f} ms per document, files in the outbox included")


if __name__ == "__main__":
    main()
