"""Pages go live and expire at their time, on any server that runs, with nothing else installed."""
