"""The window, its widgets and its screens: what a person can reach, read and press.

`gallery.py` and `controls.py` are screens that several tests look at; they are not shipped.
"""
