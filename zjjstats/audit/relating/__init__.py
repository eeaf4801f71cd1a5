"""Checks within the text by what each figure is in its clause, where no words name its parts outright.

`roles` gives each figure its role by its `role_words`: which `words` name it, of when it is, whether it is a part, a
whole, a plan or a change, and where it stands in a list; `dealt` tells which of those listed before it a
share is of; `telling` walks the text. `candidates` relates a figure by its unit to
those within `reach`: also to what has come and gone (`flows`), to a table above, to the change or the rate
told right before it (`shared`). `splits` tells wholes that stand with all their parts.
`weights` scores how well the parts of a candidate agree with what the figure's words ask and which they point at
(`pointers`), `relations` and `summed` what each relation asks of its parts, `directions` which way words say;
`chance` says how probable the printed value is without them. `related` weighs these against each other, `exchanged`
finds two percentages that have changed places, `moves` sets places against ranks of other clauses, and `told` redoes
the arithmetic for the reader. No workspace is asked.
"""
