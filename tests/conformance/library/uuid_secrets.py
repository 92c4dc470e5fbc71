# uuid and secrets: forms and errors (the random bits themselves are the run's own).
import secrets
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.fields, u.version, u.variant, u.urn, uuid.UUID(int=5), uuid.UUID(bytes=b"\x01" * 16) > u)
made = uuid.uuid4()
print(len(str(made)), made.version, made.variant, made == uuid.UUID(str(made)), len({uuid.uuid4() for _ in range(50)}), uuid.uuid1().version, uuid.NAMESPACE_DNS)
print(len(secrets.token_hex(8)), len(secrets.token_bytes(4)), len(secrets.token_urlsafe(16)), secrets.choice([7]), 0 <= secrets.randbelow(10) < 10, secrets.compare_digest("a", "a"))
for wrong in (lambda: uuid.UUID("xyz"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: setattr(u, "int", 3), lambda: secrets.randbelow(0), lambda: uuid.UUID(bytes=b"x")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "https://python.org/é"), uuid.uuid5(uuid.NAMESPACE_DNS, b"x").version)
