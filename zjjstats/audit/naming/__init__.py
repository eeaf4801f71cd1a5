"""Whose each figure is: city, period, indicator, projects.

`names` knows what the things of a workspace may be called; `mentions` finds them in the text, with the periods and
places it tells. `told_so_far` walks over the text and keeps what has been named; `words_between` and `firmness`
decide whether a name and a figure belong together; `sections`, `listed_names` and `nearby_names` add headings,
lists and tables. `contexts` brings it all together: one `Context` for each item.
"""
