"""The rules written by hand in each engine's own language, beside ours on the same rows."""
