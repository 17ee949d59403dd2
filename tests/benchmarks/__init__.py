"""What takes how long: measured in fresh processes, side by side with something everybody can repeat."""
