"""A year of supervision, played through the pages by everybody whom they ask for something."""
