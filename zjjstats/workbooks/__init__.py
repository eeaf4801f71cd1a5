"""The office's own workbooks: ledgers read as they are kept, their faults named by cell, plain tables made of them."""
