"""Facts of the workspace for figures that no words name outright: recalled by all that is told around them.

`known` lists the facts that a figure may be, `ties` scores how well each agrees with what its clause, sentence,
paragraph and release tell of city, period and indicator, and `recalled` sets the one that it equals against all the
others and against chance. It refutes by slips of the fact that is tied best, and a place right behind a known figure.
"""
