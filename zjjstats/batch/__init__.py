"""Periods x cities to notebooks to pages."""
