"""A papermill engine that runs each notebook in a forked child of a process that has imported everything already."""
