"""The Long Race: a teaching strategy game and an honest simulator.

Each package below says in its first lines what lives there and what lives next door.
"""

__version__ = "0.1.0"
