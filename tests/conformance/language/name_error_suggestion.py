# A misspelt name: the error names the near one.
length = 3
print(lenght)
