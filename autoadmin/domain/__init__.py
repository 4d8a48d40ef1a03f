"""The office's nouns and their rules: values only, standard library only.

The ground floor knows no clock, file, network, database or logger; the time comes in as `at`.
"""
