"""Whose each figure is: which city, period and indicator, which projects.

`names` knows what the things of a workspace may be called, by `name_patterns`; `mentions` finds them in a text,
together with `period_mentions`, `own_periods` and `place_mentions` (see `mention`). `told_so_far` walks over the text
and keeps what has been named; `words_between`, `periods_between`, `times_told` and `firmness` decide whether a name and
a figure belong together; `sections`, `listed_names`, `one_of_two` and `nearby_names` add headings, lists, pairs and
tables; `other_figures` knows targets and growth on other bases; `projects_told` knows of which kind projects are and
whether they are planned or started, by `project_words`, `project_clauses` and `project_matters`. `contexts` brings it
together: one `context` for each item.
"""
