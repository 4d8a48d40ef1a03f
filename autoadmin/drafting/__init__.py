"""The content of one document, composed from what is held: each statement with its source, each gap in its place.

The room is pure: it knows records, people, clocks and chronology rows, and neither Word, files, the database nor
today's date. It quotes and counts; it never writes a sentence that nobody recorded.
"""
