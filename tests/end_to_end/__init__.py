"""The real command, the real window, the real wheel: nothing stands in for anything."""
