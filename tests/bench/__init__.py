"""What pages cost with real volumes; started by ./run bench."""
