"""Checks within the text: a figure against others of the text that it is made of.

`checks` lists by unit and kind which checks a figure has; the first that finds something counts. Where words name
the parts (`rates`, `named_wholes`, `growth`, `differences`, `sums`, `ranks`, `by_label`, `in_tables`), a check may
confirm and refute. Where they do not (`derived_*`, `pointed_wholes`, from the figures in `parts_around`),
arithmetic decides among those around: such a check confirms, and refutes only by a single wrong digit. No workspace
is asked.
"""
