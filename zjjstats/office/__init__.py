"""The files an office works with: Word, Excel and PDF beside the pages, and one zip to hand on."""
