"""Reading a file that people made: its rows by heading, and what is wrong with them cell by cell, in Dutch."""
