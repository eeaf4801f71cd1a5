"""Checks against data: a figure and the facts that a workspace holds for its context.

`workspace_facts` holds the facts of a city and period; `checks` picks the way by unit (`values`, `ranks` with
`rank_scopes`, `rank_measures` and `last_of_group`, `points` with `points_taken_up`, `other_side`, `amounts_compared`,
`several_cities`, `shares_told`) and says how far a contradiction may be believed: a figure that holds for another name
near it is not called wrong. `names_by_words` tells which facts a figure may be where its words name none outright,
`projects_by_role` which by all that its text has told of projects or of entries into a database, `cities_meant` which
city besides the one told last, `other_times` and `ends_told` which period, and `ties_of_figures` what the figure right
before tells of a place.
"""
