"""Pictures of what is recorded: a genogram or an ecomap as SVG, as PNG, and in words.

It knows kinship as plain values and nothing of files, documents or the database. All of it is pure but
`png.py`, which reads the font.
"""

from autoadmin.pictures.drawing import Drawn, draw_ecomap, draw_ecomap_for_page, draw_genogram, draw_genogram_for_page

__all__ = ["Drawn", "draw_ecomap", "draw_ecomap_for_page", "draw_genogram", "draw_genogram_for_page"]
