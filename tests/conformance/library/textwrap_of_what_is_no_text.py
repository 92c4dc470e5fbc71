# What textwrap is given instead of a text says itself what it lacks.
import textwrap

for act in (textwrap.shorten, textwrap.wrap, textwrap.fill):
    for given in ((3, 2, 1), None, b"some bytes"):
        try:
            print(act(given, 5))
        except (AttributeError, TypeError) as error:
            print(act.__name__, type(error).__name__, error)
