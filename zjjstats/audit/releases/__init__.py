"""Where the text comes from: a release is opened and read as text, with what was found out about its file.

`release` tells kinds of files and encodings apart, `docx` gets the text out of a Word file, `in_workspace` reads the
releases that a workspace keeps. Nothing here knows of figures.
"""
