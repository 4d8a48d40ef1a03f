"""Who is who in a family: from the words recorded for adults and children, and the genogram's own lines, to a genogram.

Every word that is read is in a closed list (`words.py`). What is not in it, or could mean two people, is told in words
beside the picture and never guessed.
"""

from autoadmin.drafting.kin.around import ecomap_of
from autoadmin.drafting.kin.reading import genogram_of

__all__ = ["ecomap_of", "genogram_of"]
