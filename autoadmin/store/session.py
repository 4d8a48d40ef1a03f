"""What one transaction holds: a repository for each kind of record."""

from __future__ import annotations

from sqlalchemy import Connection

from autoadmin.store.audit import Audit
from autoadmin.store.children import Children
from autoadmin.store.chronologies import Chronologies
from autoadmin.store.clocks import Clocks
from autoadmin.store.drafts import Drafts
from autoadmin.store.events import Events
from autoadmin.store.extracts import Extracts
from autoadmin.store.families import Families
from autoadmin.store.files import Files
from autoadmin.store.meetings import Meetings
from autoadmin.store.schedules import Schedules
from autoadmin.store.stamps import Stamps
from autoadmin.store.tasks import Tasks
from autoadmin.store.templates import Templates
from autoadmin.store.units import Units


class Session:
    """The records as one transaction sees them. Given out by `Store.begin` and `Store.read`; of no use after it."""

    def __init__(self, connection: Connection) -> None:
        self.files = Files(connection)
        self.units = Units(connection)
        self.families = Families(connection)
        self.children = Children(connection)
        self.meetings = Meetings(connection)
        self.stamps = Stamps(connection)
        self.events = Events(connection)
        self.extracts = Extracts(connection)
        self.clocks = Clocks(connection)
        self.chronologies = Chronologies(connection)
        self.drafts = Drafts(connection)
        self.templates = Templates(connection)
        self.tasks = Tasks(connection)
        self.schedules = Schedules(connection)
        self.audit = Audit(connection)
