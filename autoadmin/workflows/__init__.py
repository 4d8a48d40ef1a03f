"""The corridor between the rooms: one file per office instruction, one transaction each, audit included.

A workflow holds no rule of its own, calls no other workflow and never the engine: it adds a task row in its own
transaction, and the engine finds it. It is the only way from a front door into a room.
"""
