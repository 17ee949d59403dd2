"""Looking back: a saved run walked through week by week (`walk`), and two of them side by side (`compare`).

The run is gone through once, in `rewinding`; what is shown of it is a reel (`game/play/presenters/reel.py`). The list
of saved runs is next door in `screens/shelf.py`; opening one to play on, in `screens/opening.py`.
"""
