"""Case-system extracts to people, events and findings: census XML, SSD bundle, SSDA903, Annex A and DfE payload.

Must not know discussion sheets, clocks, the store or today's date: "now" is the day that the extract was made.
Everything that is not taken as it stands is a finding; nothing is guessed.
"""

from autoadmin.intake.extracts.read import (
    bundle_digest,
    is_return_folder,
    looks_like_extract,
    read_bundle,
    read_extract,
)

__all__ = ["bundle_digest", "is_return_folder", "looks_like_extract", "read_bundle", "read_extract"]
