# An exception while another is handled, a note, and a suggestion.
def cleanup(thing):
    thing.clsoe()

class Thing:
    def close(self):
        pass

try:
    {}["missing"]
except KeyError:
    cleanup(Thing())
