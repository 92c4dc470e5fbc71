# The transports' base classes are there to be derived from: what a transport must do itself raises NotImplementedError.
import asyncio

METHODS = {
    asyncio.BaseTransport: [("is_closing",), ("close",), ("set_protocol", None), ("get_protocol",)],
    asyncio.ReadTransport: [("is_reading",), ("pause_reading",), ("resume_reading",)],
    asyncio.WriteTransport: [("set_write_buffer_limits",), ("get_write_buffer_size",), ("get_write_buffer_limits",), ("write", b""),
                             ("writelines", [b"a", b"b"]), ("write_eof",), ("can_write_eof",), ("abort",)],
    asyncio.Transport: [("write", b""), ("pause_reading",), ("set_protocol", None)],
    asyncio.DatagramTransport: [("sendto", b"x"), ("abort",)],
    asyncio.SubprocessTransport: [("get_pid",), ("get_returncode",), ("get_pipe_transport", 1), ("send_signal", 9), ("terminate",),
                                  ("kill",)],
}
for kind, calls in METHODS.items():
    transport = kind(extra={"peername": ("127.0.0.1", 9)})
    print(kind.__name__, [base.__name__ for base in kind.__mro__[1:]], transport.get_extra_info("peername"),
          transport.get_extra_info("socket", "none"), kind().get_extra_info("peername"))
    for name, *arguments in calls:
        try:
            print(" ", name, getattr(transport, name)(*arguments))
        except NotImplementedError as error:
            print(" ", name, repr(error))


class Recorder(asyncio.WriteTransport):
    """All that writing needs is write()."""

    def write(self, data):
        print("wrote", data)


Recorder().writelines([b"one ", b"two"])
