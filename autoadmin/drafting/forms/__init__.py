"""Forms: documents that are headings with what the record holds under each, and a gap where it holds nothing.

A form is a value: its parts in order, each with where its words come from. One function composes them all, and the
field catalogue reads the same value, so a form cannot say one thing and print another. Nothing here weighs or
concludes: what only a person can say is `Asked`, and a gap until somebody has said it.
"""
