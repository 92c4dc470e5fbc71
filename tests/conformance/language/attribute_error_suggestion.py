# A misspelt method of a built-in type.
words = []
words.apend("x")
