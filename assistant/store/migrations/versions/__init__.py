"""A step is never changed once released: a change of the tables is a new step."""
