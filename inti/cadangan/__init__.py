"""Backup: one folder holds sets of a database copy and a pool of files under their hash."""
