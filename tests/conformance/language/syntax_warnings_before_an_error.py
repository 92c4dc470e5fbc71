# The warnings that come before the mistake are printed, those behind it are not.
pattern = "\d"
if pattern is "":
    pass
return pattern
pattern is "x"
