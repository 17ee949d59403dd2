"""The falsifiers and their committed report."""
