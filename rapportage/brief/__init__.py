"""The letter, one straight path: write, collect figures, freeze, render, PDF."""
