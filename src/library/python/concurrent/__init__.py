"""The package that holds futures."""
