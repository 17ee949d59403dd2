"""The screens of the game: what a player sees from the title to the end of the story.

The table of play is `table/`. Each screen shows plain data from `game/play/presenters` with the widgets of
`game/play/kit`; none decides an outcome.
"""
