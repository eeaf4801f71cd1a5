"""Checks within the text: a figure against those that it is made of.

`checks` lists by unit and kind which checks a figure has; the first that finds something counts, but one that
refutes more than a slip gives way to one that holds. Where words or a
table name the parts, a check may confirm and refute: `rates` (with `named_wholes`), `growth`, `differences`, `sums`,
`ranks`, `by_label`. Where they do not, arithmetic decides among the figures around (`parts_around`):
`derived_*` and `pointed_wholes` confirm, and refute only by a single wrong digit. Parts that stand in other sentences
are found by the names that a clause repeats (`levels_by_name`, `shares_by_name`), by their place in segments built
alike (`parallel_segments`), by what the share told alike beside it is of (`told_by_siblings`), by what the clause says
it did with them (`remainders`), or, by `named_figures`, where English words mean one of the figures told
before: `compared_levels`, `averages` and `left_across` are made of such. A figure that is right beside what it
is made of, or whose clause names one side of a comparison only, is `told_over` and `gaps_taken_up`. Tables and lists
are `grids`: a column is held against the rule that gives most of its rows (`column_rules`), and a sentence behind it
against the rows that it names (`rows_in_prose`, by `cells_compared`); what cells give is `made_of_cells`. No workspace
is asked.
"""
