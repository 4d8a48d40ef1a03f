"""The machine room: it does queued tasks, one after the other, each until it is done or given up.

It knows no workflow by name: it is given them. It knows nothing of families, documents or schedules, only tasks.
"""

from autoadmin.engine.local import Workflow, run_forever, run_queued

__all__ = ["Workflow", "run_forever", "run_queued"]
