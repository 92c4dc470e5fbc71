# uuid: every way to make one and to read one, what is refused, copies, and order.
import copy
import pickle
import uuid

one = uuid.UUID("{12345678-9abc-def0-1234-56789abcdef0}")
names = "hex urn int bytes bytes_le fields time_low time_mid time_hi_version clock_seq_hi_variant clock_seq_low time clock_seq node variant version is_safe"
for name in names.split():
    print(name, getattr(one, name))
print(all(uuid.UUID(**{name: getattr(one, name)}) == one for name in ("hex", "int", "bytes", "bytes_le", "fields")), uuid.UUID(one.urn) == one)
print([uuid.UUID(int=top << 125).variant for top in range(1)], [uuid.UUID(int=top << 61).variant.split()[-2] for top in range(8)])
print([uuid.UUID(int=(1 << 128) - 1, version=version) for version in range(1, 6)], uuid.UUID(int=0, version=4).version)
print(uuid.UUID(int=0, is_safe=uuid.SafeUUID.safe).is_safe, uuid.SafeUUID.unknown.value, list(uuid.SafeUUID))

for made in (copy.copy(one), copy.deepcopy([one])[0], pickle.loads(pickle.dumps(one))):
    print(made == one, hash(made) == hash(one), made is one, made.is_safe)
print(pickle.loads(pickle.dumps(uuid.UUID(int=3, is_safe=uuid.SafeUUID.unsafe))).is_safe, one.__getstate__() == {"int": one.int})

two = uuid.UUID(int=one.int + 1)
print(one < two, one <= one, one > two, two >= one, one != two, one == one.int, one == str(one), one.__lt__(5), sorted([two, one]) == [one, two])
print(uuid.UUID.__lt__.__name__, uuid.UUID.__ge__.__qualname__, int(one) == one.int, {one: 1}[uuid.UUID(str(one))])


class Tag(uuid.UUID):
    def __str__(self):
        return "tag"


print([Tag(int=1)], Tag(int=1).urn, Tag(int=1) == uuid.UUID(int=1))
print(uuid.uuid1(node=0x123456789ABC, clock_seq=0x1FFF).fields[3:], uuid.uuid1(clock_seq=5).clock_seq, uuid.uuid1().variant)
print(uuid.uuid3(uuid.NAMESPACE_OID, "a"), uuid.uuid5(uuid.NAMESPACE_X500, "ü"), uuid.uuid3(uuid.NAMESPACE_URL, b"a").version)

refused = [
    lambda: uuid.UUID(), lambda: uuid.UUID("1" * 32, int=5), lambda: uuid.UUID("1" * 31), lambda: uuid.UUID("g" * 32), lambda: uuid.UUID(hex="-{" + "1" * 32 + "}-"),
    lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID(bytes_le=b"1"), lambda: uuid.UUID(bytes="1" * 16), lambda: uuid.UUID(bytes=bytearray(16)),
    lambda: uuid.UUID(fields=(1, 2)), lambda: uuid.UUID(int=1 << 128), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int="x"), lambda: uuid.UUID(int=1, version=6),
    lambda: uuid.UUID(int=1, version=0), lambda: one < 5, lambda: setattr(one, "hex", "1"), lambda: setattr(one, "new", 1), lambda: uuid.uuid1(node=1 << 48), lambda: uuid.uuid5(one, 5),
    *(lambda at=at: uuid.UUID(fields=[0] * at + [1 << 48] + [0] * (5 - at)) for at in range(6)), lambda: uuid.UUID(5), lambda: uuid.UUID(b"1" * 32),
]
for call in refused:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
