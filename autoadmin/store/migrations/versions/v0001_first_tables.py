"""The first tables.

There is no way down from here: a backup is the way back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

INSTANT = sa.DateTime(timezone=True)
CURRENT = sa.text("is_current")


def upgrade() -> None:
    _create_people()
    _create_files()
    _create_meetings()
    _create_facts()
    _create_drafts()
    _create_office()


def _create_people() -> None:
    """Create units, members, families and children."""
    op.create_table(
        "units",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("folded_name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
    )
    op.create_index(op.f("ix_units_folded_name"), "units", ["folded_name"])
    op.create_table(
        "members",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        _refers("members", "unit", "units.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
    )
    op.create_index(op.f("ix_members_unit"), "members", ["unit"])
    op.create_table(
        "families",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("adults", sa.Text(), nullable=False),
        _refers("families", "unit", "units.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_families")),
    )
    op.create_index(op.f("ix_families_unit"), "families", ["unit"])
    op.create_table(
        "children",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=True),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("died_on", sa.Date(), nullable=True),
        _refers("children", "family", "families.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_children")),
    )
    op.create_index(op.f("ix_children_family"), "children", ["family"])


def _create_files() -> None:
    """Create files as they came and what the extracts among them cover."""
    op.create_table(
        "files",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("taken_at", INSTANT, nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_files")),
    )
    op.create_table(
        "file_contents",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _refers("file_contents", "sha256", "files.sha256"),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_file_contents")),
    )
    op.create_table(
        "extracts",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("extract_on", sa.Date(), nullable=False),
        sa.Column("taken_at", INSTANT, nullable=False),
        sa.Column("carries", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        _refers("extracts", "sha256", "files.sha256"),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_extracts")),
    )
    op.create_table(
        "extract_children",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("child", sa.String(), nullable=False),
        _refers("extract_children", "child", "children.id"),
        _refers("extract_children", "sha256", "extracts.sha256"),
        sa.PrimaryKeyConstraint("sha256", "child", name=op.f("pk_extract_children")),
    )
    op.create_index(op.f("ix_extract_children_child"), "extract_children", ["child"])


def _create_meetings() -> None:
    """Create meetings, the versions of their headers and discussions, and the entries."""
    op.create_table(
        "meetings",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        _refers("meetings", "unit", "units.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    op.create_index(op.f("ix_meetings_unit"), "meetings", ["unit"])
    op.create_table(
        "meeting_headers",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        _refers("meeting_headers", "meeting", "meetings.id"),
        _refers("meeting_headers", "sha256", "files.sha256"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_meeting_headers")),
        sa.UniqueConstraint("meeting", "version", name=op.f("uq_meeting_headers_meeting_version")),
    )
    op.create_index(
        "uq_meeting_headers_current",
        "meeting_headers",
        ["meeting"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_table(
        "discussions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        _refers("discussions", "family", "families.id"),
        _refers("discussions", "meeting", "meetings.id"),
        _refers("discussions", "sha256", "files.sha256"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_discussions")),
        sa.UniqueConstraint("meeting", "family", "version", name=op.f("uq_discussions_meeting_family_version")),
    )
    op.create_index(op.f("ix_discussions_family"), "discussions", ["family"])
    op.create_index(
        "uq_discussions_current",
        "discussions",
        ["meeting", "family"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("discussion", sa.Integer(), nullable=True),
        sa.Column("header", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("authoriser", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("to_test", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("is_restricted", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(discussion IS NULL) <> (header IS NULL)", name=op.f("ck_entries_one_home")),
        _refers("entries", "discussion", "discussions.number"),
        _refers("entries", "header", "meeting_headers.number"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entries")),
    )
    op.create_index(op.f("ix_entries_discussion"), "entries", ["discussion"])
    op.create_index(op.f("ix_entries_header"), "entries", ["header"])
    op.create_index(op.f("ix_entries_id"), "entries", ["id"])


def _create_facts() -> None:
    """Create events and the clocks that they start."""
    op.create_table(
        "events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("stated_at", INSTANT, nullable=False),
        sa.Column("retired_at", INSTANT, nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("child", sa.String(), nullable=True),
        sa.Column("family", sa.String(), nullable=True),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("at_time", sa.Time(), nullable=True),
        sa.Column("fields", sa.Text(), nullable=False),
        _refers("events", "child", "children.id"),
        _refers("events", "family", "families.id"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_child"), "events", ["child"])
    op.create_index(op.f("ix_events_family"), "events", ["family"])
    op.create_index(
        "uq_events_current", "events", ["origin", "key"], unique=True, sqlite_where=CURRENT, postgresql_where=CURRENT
    )
    op.create_table(
        "clocks",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("child", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        _refers("clocks", "child", "children.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clocks")),
    )
    op.create_index(op.f("ix_clocks_child"), "clocks", ["child"])
    op.create_index(op.f("ix_clocks_due_on"), "clocks", ["due_on"])


def _create_drafts() -> None:
    """Create drafts with their children, content and Word files."""
    op.create_table(
        "drafts",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("template_version", sa.String(), nullable=False),
        sa.Column("template_sha256", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("records_hash", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("drafted_at", INSTANT, nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("family", sa.String(), nullable=True),
        sa.Column("meeting", sa.String(), nullable=True),
        sa.Column("meeting_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("gaps", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("supersedes", sa.String(), nullable=True),
        _refers("drafts", "family", "families.id"),
        _refers("drafts", "meeting", "meetings.id"),
        _refers("drafts", "supersedes", "drafts.id"),
        _refers("drafts", "unit", "units.id"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_drafts")),
        sa.UniqueConstraint("id", name=op.f("uq_drafts_id")),
    )
    op.create_index(op.f("ix_drafts_family"), "drafts", ["family"])
    op.create_index(op.f("ix_drafts_meeting"), "drafts", ["meeting"])
    op.create_index(op.f("ix_drafts_state"), "drafts", ["state"])
    op.create_index(op.f("ix_drafts_subject"), "drafts", ["subject"])
    op.create_index(op.f("ix_drafts_unit"), "drafts", ["unit"])
    op.create_table(
        "draft_children",
        sa.Column("draft", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("child", sa.String(), nullable=False),
        _refers("draft_children", "child", "children.id"),
        _refers("draft_children", "draft", "drafts.id"),
        sa.PrimaryKeyConstraint("draft", "position", name=op.f("pk_draft_children")),
    )
    op.create_index(op.f("ix_draft_children_child"), "draft_children", ["child"])
    op.create_table(
        "draft_files",
        sa.Column("draft", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        _refers("draft_files", "draft", "drafts.id"),
        sa.PrimaryKeyConstraint("draft", name=op.f("pk_draft_files")),
    )


def _create_office() -> None:
    """Create tasks, schedules and the audit trail."""
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workflow", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.Column("not_before", INSTANT, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("retry_at", INSTANT, nullable=True),
        sa.Column("interruptions", sa.Integer(), server_default="0", nullable=False),
        sa.Column("claimed_by", sa.String(), nullable=False),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sa.UniqueConstraint("workflow", "key", name=op.f("uq_tasks_workflow_key")),
    )
    op.create_index("ix_tasks_state_id", "tasks", ["state", "id"])
    op.create_table(
        "schedules",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("considered_until", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedules")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sa.UniqueConstraint("previous_hash", name=op.f("uq_audit_previous_hash")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"])
    op.create_index(op.f("ix_audit_subject"), "audit", ["subject"])


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="DEFERRED")
