"""The aanvraag of a gemeente: what is asked, answered, handed in and taken back."""
