"""Figures: people, hooded runners and the room they meet in, drawn by code; every drawing of ours is here.

`palette` (colours and emblems), `person` (guests and the crowd), `runner` (who wears a hood), `hall` (walls, floor,
tables), `portraits` (faces and runners as widgets). Where anybody stands is decided by `game/play/presenters/room.py`.
"""
