"""What a text says: every figure in it, and where each stands.

`numerals` reads numbers in any script; `nonfigures` blanks out dates, numbers of documents and names, and what things
and people bear (`borne`); of what is left `figures` makes readings (see `reading`: span, value, unit, kind, printed
decimals) by what stands around each number: `patterns`, `surroundings`, `rank_figures`, `placed_words`, `worded`,
`spelled_out`, `ranges`, `carried_units`. `layout` puts each reading in its place, which makes it an `Item`: sentence,
segment, paragraph, the words up to its neighbours, and its cell where it stands in a table (`cells`). Units that
heads, rows, captions and the heads of lists tell are `column_units` and `listed_units`. All later rooms work on
items.

Words that several later rooms ask for are here too: `glue` says nothing new of its own, `deltas` are no levels, and
`rate_words` and `rank_words` tell rates and ranks apart. `beginnings` has a long pattern tried only where it may begin,
`kept` keeps with an object what is worked out once.
"""
