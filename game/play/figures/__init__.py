"""Figures: people, hooded runners and the room they meet in, drawn by code; every drawing of ours is here.

`palette` (colours and emblems), `pen`, `features` (what a face number looks like), `heads`, `person` (guests and the
crowd), `runner` (who wears a hood), `unhooded`, `hall` (walls, floor, light), `furniture`, `doorways` (places),
`shopfront`, `signs` (over heads), `lamp` (the lightbulb moment), `arc` and `vignette` (of the end), `portraits`
(faces and runners as widgets). Where anybody stands is decided by `game/play/presenters/room.py`.
"""
