"""Claims of a workspace: printed figures recorded as rows, each recomputed by its check or compared with the tables.

`values` finds what a claim may come to, `verdicts` whether that is what was printed; `words` says the evidence. No
text is read.
"""
