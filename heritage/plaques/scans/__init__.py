"""How often each plaque is scanned, without watching anyone.

The door writes a line into a journal (`counting`, `journal`), a thread folds the journals into the
database (`background`, `folding`, `tally`), the register reads the counts (`reading`, `silence`,
`admin`). docs/decisions/0008-counting-scans.md says why.
"""
