from .change import Change
from .edition import Edition, EditionTerm, Reference
from .follower import Follower
from .held_back import HeldBack

__all__ = ["Change", "Edition", "EditionTerm", "Follower", "HeldBack", "Reference"]
