"""Where the text comes from: a release is opened and read as text, with what was found out about its file.

`read_release` tells kinds of files and encodings apart, `docx` gets the text out of a Word file, `kept_releases`
reads those that a workspace keeps. Nothing here knows of figures.
"""
