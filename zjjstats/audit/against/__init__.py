"""Checks against data: a figure and the facts that a workspace holds for its context.

`workspace_facts` holds the facts of a city and period; `checks` picks the way by unit (`values`, `ranks` with
`rank_scopes`, `rank_measures` and `last_of_group`, `points` with `points_taken_up`, `other_side`, `amounts_compared`,
`shares_told`) and says how far a contradiction may be believed: a figure that holds for another name near it is not
called wrong. `other_readings` tells what else a figure may be of, `other_times` and `ends_told` of which period,
`projects_by_role` which facts of projects or of entries into a database by all that its text has told of them, and
`ties_of_figures` what the figure right before tells of a place.
"""
