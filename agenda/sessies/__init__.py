"""How long one stays signed in, when one must sign in again, and that nothing typed is lost by it."""
