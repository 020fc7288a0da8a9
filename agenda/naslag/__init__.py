"""The pages to look things up: feiten, bronnen, tegenspraken, open vragen, gemeenten and the programma."""
