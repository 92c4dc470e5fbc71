# Attribute look-up, inheritance, super, properties, class and static methods, operators.
class Animal:
    count = 0
    def __init__(self, name):
        self.name = name
        Animal.count += 1
    def speak(self):
        return f"{self.name} says {self.sound()}"
    def sound(self):
        return "..."
    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

class Dog(Animal):
    def sound(self):
        return "woof"

class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def sound(self):
        return super().sound() + "!"

p = Puppy("Rex", 1)
print(p, p.speak(), Animal.count, isinstance(p, Animal), issubclass(Puppy, Dog))
print([c.__name__ for c in Puppy.__mro__])

class A:
    def who(self): return "A"
class B(A):
    def who(self): return "B" + super().who()
class C(A):
    def who(self): return "C" + super().who()
class D(B, C):
    def who(self): return "D" + super().who()
print(D().who())

class Temperature:
    def __init__(self, celsius): self._c = celsius
    @property
    def fahrenheit(self): return self._c * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, f): self._c = (f - 32) * 5 / 9
    @classmethod
    def freezing(cls): return cls(0)
    @staticmethod
    def unit(): return "C"
t = Temperature.freezing()
print(t.fahrenheit, Temperature.unit())
t.fahrenheit = 212
print(t._c)
class ReadOnly:
    @property
    def x(self): return 1
try:
    ReadOnly().x = 2
except AttributeError as e:
    print(e)

class Vector:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vector(self.x + o.x, self.y + o.y) if isinstance(o, Vector) else NotImplemented
    def __mul__(self, k): return Vector(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __eq__(self, o): return isinstance(o, Vector) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return (self.x, self.y) < (o.x, o.y)
    def __bool__(self): return bool(self.x or self.y)
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, z): return (self.x, self.y, z)
    def __neg__(self): return Vector(-self.x, -self.y)
    def __iadd__(self, o): self.x += o.x; self.y += o.y; return self
    def __repr__(self): return f"<{self.x}, {self.y}>"
    def __format__(self, spec): return f"V[{format(self.x, spec)}|{format(self.y, spec)}]"
v, w = Vector(1, 2), Vector(3, 4)
print(v + w, v * 3, 3 * v, v == Vector(1, 2), v != w, {v: 1}[Vector(1, 2)], v < w, bool(Vector(0, 0)), len(v))
print(list(v), 2 in v, v(9), -v, sorted([w, v]), f"{v:.1f}", max(v, w))
v += w
print(v)
try:
    v + 1
except TypeError as e:
    print(e)

class Meta(type):
    def __new__(m, name, bases, ns, tag=None):
        cls = super().__new__(m, name, bases, ns)
        cls.tag = tag
        return cls
class Tagged(metaclass=Meta, tag="t"): pass
print(Tagged.tag, type(Tagged).__name__)

class Dynamic:
    def __getattr__(self, name):
        if name.startswith("get_"): return lambda: name[4:]
        raise AttributeError(name)
print(Dynamic().get_thing(), hasattr(Dynamic(), "other"), getattr(Dynamic(), "no", "default"))
o = Animal("x")
o.extra = 5
print(vars(o), o.__class__.__name__, o.__dict__["extra"])
del o.extra
try:
    o.extra
except AttributeError as e:
    print(e)
try:
    Animal.nothing
except AttributeError as e:
    print(e)
print(Dog.speak.__qualname__, Dog.__name__, Dog.__module__, Dog.__bases__)
