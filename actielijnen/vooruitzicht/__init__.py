"""What a page shows of a prognose: its lines beside the budget, what changed, and the projection with its chart."""
