"""How good searches are: judged queries, and a figure of how well an engine answers them."""
