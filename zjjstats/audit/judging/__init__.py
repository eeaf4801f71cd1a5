"""When a printed figure holds, and how that is told.

`quantities` makes like amounts comparable; `findings` sets a recomputed value against the printed one, to the printed
digit, and names the verdict; `words` says the evidence. `figure` is the row that an audit is made of, `tally` counts
verdicts.
"""
