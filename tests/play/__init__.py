"""The window, its widgets and its screens: what a person can reach, read and press.

`gallery.py` is a screen with one of everything, which several tests look at; it is not shipped.
"""
