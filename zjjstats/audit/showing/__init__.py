"""An audit for readers: rows, the marked text, a picture, a page.

`output` makes the rows of tables, CSV and JSON; `marked_text` the text with its figures marked; `chart` the picture
of verdicts; `page` one self-contained page. `labels` holds their words and signs. Nothing here judges.
"""
