"""The field catalogue: which fields each composition gives to a template, with their meaning; tests hold it true."""

from autoadmin.domain.fields import aliases, gap_paths, meanings, paths
from autoadmin.drafting.fields.catalogue import FIELDS, fields_of

__all__ = ["FIELDS", "aliases", "fields_of", "gap_paths", "meanings", "paths"]
