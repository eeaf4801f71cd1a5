"""What a text says: every figure in it, and where each stands.

`numerals` tells numbers in any script; `nonfigures` blanks out dates, numbers of documents and names; `figures`
makes a `Reading` (span, value, unit, kind, printed decimals) of what is left, by the words around it (`patterns`,
`surroundings`, `ranges`). `layout` puts each reading in its place as an `Item`: sentence, segment, paragraph, the
words up to its neighbours, and its cell where it stands in a table (`cells`). All later rooms work on items. Words
that several of them ask for are here too: `glue`, `deltas`, `rate_words`, `rank_words`.
"""
