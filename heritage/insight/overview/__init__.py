"""The city at a glance: each neighbourhood beside what is told of it, the gaps first."""
