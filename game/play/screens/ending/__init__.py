"""The ending: what happened, the hoods off, what decided it, and the player's own guesses.

In reading order: `reckoning` (the accounts are made up while one waits), `screen` (the leaves and the ways on),
`story_page`, `hoods_page` with `replay`, `causes_page`, `guesses_page`. What they say is made up in
`game/play/presenters/account.py` and its neighbours.
"""
