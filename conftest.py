"""Loaded before anything is collected."""

# papermill loads our engine by its entry point while it is itself imported, so it has to come first.
import papermill  # noqa: F401
