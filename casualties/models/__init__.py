"""What Landmine Monitor reports: its editions, casualty figures, contaminated land and stockpiles."""

from casualties.models.editions import Edition
from casualties.models.figures import Figure
from casualties.models.mines import Contamination, Stockpile

__all__ = ["Contamination", "Edition", "Figure", "Stockpile"]
