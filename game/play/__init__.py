"""What players see: window, screens, widgets, presenters, sound, speech.

What happens lives in `game/sim`; the words are read by `game/authoring`.
"""
