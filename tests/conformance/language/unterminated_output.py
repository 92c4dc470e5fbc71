# A last line without a newline is still a line.
import time
print("a", end="")
time.sleep(1)
print("b")
print("no newline", end="")
