"""Everything that must be true of the game, and the one command that checks it (`__main__.py`).

The folders mirror those of `game`; what belongs to no single one of them lies at the top.
"""
