# Numbers from elsewhere: a time that no calendar has, letters that base64 cannot use, the node of a UUID.
import base64
import datetime
import uuid


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: datetime.datetime.fromtimestamp(1e20))
attempt(lambda: base64.b64encode(b"\xfb\xff", b"-_"))
attempt(lambda: base64.b64encode(b"\xfb\xff", b"-"))
print(uuid.getnode() == uuid.getnode(), 0 < uuid.getnode() < 1 << 48, uuid.uuid1().node == uuid.getnode(), uuid.uuid1().version)
