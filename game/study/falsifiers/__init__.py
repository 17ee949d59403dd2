"""Falsifiers: experiments that could prove the model wrong or one-sided, and the report of what they gave.

`region.py` asks who wins where the assumed numbers are other ones, `ablation.py` what moves when a mechanism is taken
away, `room.py` how a room of equals does, `information.py` what it is worth to see more; `measured.py` tells what the
observables say of copying and of survivors. They look at the town of `town.py`; `report.py` writes it down.
"""
