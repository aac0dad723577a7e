"""Search that reads Chinese: in `backend`, for the public page, the admin and its choosers alike.

`words` cuts text into tokens, `pinyin` spells names, `question` turns a query into a tree of
tokens, `fts5` and `tsquery` write that tree in the database's language, `sqlite` and `postgres`
are the backends. They lean on private hooks of modelsearch 1.3.2, which is pinned for it.
"""
