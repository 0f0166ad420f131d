"""What was said: statements, the justifications they state, and public claims checked against the record.

Statements, codings and claims are corrected by an edit that leaves history, retired when they should not count, and
never deleted.
"""

from statements.models.claims import Claim
from statements.models.justifications import Coding, Justification
from statements.models.organisations import Organisation
from statements.models.statements import Statement

__all__ = ["Claim", "Coding", "Justification", "Organisation", "Statement"]
