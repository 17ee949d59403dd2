"""The numbers of the mechanisms, a file for each part of the model; `game/sim/parameter.py` puts them together."""
