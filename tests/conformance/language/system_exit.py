# sys.exit with a text prints it on stderr and gives status 1; finally still runs.
import sys
try:
    print("before")
    sys.exit("stopped on purpose")
finally:
    print("finally")
