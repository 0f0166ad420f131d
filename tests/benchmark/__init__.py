"""How fast the pages are, in ratios: beside Datasette in the same run, and as the record grows. See `make bench`.

Nothing here passes or fails: a shared machine has no say in what is right. It needs Linux, whose /proc tells the
processor time of a server.
"""
