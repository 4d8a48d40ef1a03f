"""The front door that time comes through: bells that ring, hands that work, and an orderly end.

What is to be done when, and whether it was done, stands in the schedules' files and the task table; here is only what
rings, so that losing it loses nothing. The room is handed plain callables and knows no other room.
"""
