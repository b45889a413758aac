"""Thousands of articles in one run, nothing lost: resume, workers, one writer."""
