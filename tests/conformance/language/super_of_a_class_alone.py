"""super(cls) without an object: bound as an attribute of a class, as the old tutorials of descriptors do it."""


class Base:
    def name(self):
        return "base"


class Derived(Base):
    def name(self):
        return "derived of " + self._above.name()

    def parts(self):
        above = super()
        return above, above.__thisclass__, above.__self_class__, above.__self__ is self


Derived._above = super(Derived)
print(Derived().name())
print(super(Derived), super(Derived).__self__, super(Derived).__self_class__)
print(Derived().parts())
bound = super(Derived).__get__(Derived())
print(bound.name(), bound.__get__(Derived()) is bound)
for refused in (lambda: super(Derived).name, lambda: super(5), lambda: super(Derived).__get__(5)):
    try:
        print(refused())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
