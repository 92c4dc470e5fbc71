# property: getter, setter and deleter, what is read-only, and one that a subclass changes.
class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        """In the middle of the thermometer."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is colder than cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("gone")
        del self._degrees

    fahrenheit = property(lambda self: self._degrees * 9 / 5 + 32)


room = Celsius(20)
room.degrees += 1.5
print(room.degrees, room.fahrenheit, Celsius.degrees.__doc__, type(Celsius.degrees))
print(Celsius.degrees.fget.__name__, Celsius.degrees.fset is not None, Celsius.fahrenheit.fset, Celsius.fahrenheit.fdel)
for wrong in (lambda: setattr(room, "fahrenheit", 1), lambda: delattr(room, "fahrenheit"), lambda: Celsius(-300)):
    try:
        wrong()
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)
del room.degrees
try:
    room.degrees
except AttributeError as error:
    print(error)


class Loud(Celsius):
    @Celsius.degrees.getter
    def degrees(self):
        return f"{super().degrees}!"


print(Loud(5).degrees, Loud.degrees.fset is Celsius.degrees.fset)


class Hidden:
    @property
    def value(self):
        return self.missing    # the message names what is missing inside


try:
    Hidden().value
except AttributeError as error:
    print(error)
