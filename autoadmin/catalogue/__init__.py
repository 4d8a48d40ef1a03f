"""The folders administrators edit: templates, schedules and timescales, read and checked.

The room turns what stands in those folders into checked values, or says in plain words what is wrong and where. It
knows nothing of records, drafts or the database.
"""
