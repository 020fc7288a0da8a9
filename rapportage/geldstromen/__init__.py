"""What flows to gemeenten from the programme: by instrument, theme and year, each amount with its bron."""
