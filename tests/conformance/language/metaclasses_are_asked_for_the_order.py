# A metaclass's mro() is asked when a class is made, before its __init__(), and what it raises is raised.
class Order(type):
    def mro(cls):
        print('asked for', cls.__name__)
        return super().mro() if cls.__name__ == 'Second' else type.mro(cls)

    def __init__(cls, *given):
        print('initialised', cls.__name__)
        super().__init__(*given)


class First(metaclass=Order):
    pass


class Second(First, dict):
    def __init_subclass__(cls):
        print('derived', cls.__name__)


class Third(Second):
    pass


print([each.__name__ for each in Third.__mro__])


class NoOrder(type):
    def mro(cls):
        raise LookupError(cls.__name__)


try:
    class Never(metaclass=NoOrder):
        pass
except LookupError as e:
    print('LookupError', e)
