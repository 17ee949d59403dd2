"""The observables, a file a theme."""
