"""Whether a contradiction is told: a figure unlike what it is tied to may be tied wrongly.

`slips` says how a figure differs from what would hold, `contradictions` what that is worth in a `case`; `other_parts`
asks whether any other figures around it give it, `other_facts` whether the workspace holds it for anything else that
the text may mean, `parts_told` whether its words mean the parts at all, `taken` whether these already give another
figure, `listed` what its list tells. What is found here never confirms a figure: it leaves it unchecked.
"""
