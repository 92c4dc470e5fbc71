"""The names of what aiohttp's client raises."""
import asyncio


class ClientError(Exception):
    pass


class ClientResponseError(ClientError):
    def __init__(self, request_info, history, *, code=None, status=None, message="", headers=None):
        self.request_info, self.history, self.message, self.headers = request_info, history, message, headers
        self.status = status if status is not None else code or 0
        super().__init__(request_info, history)

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}"

    def __repr__(self):
        args = f"{self.request_info!r}, {self.history!r}"
        if self.status != 0:
            args += f", status={self.status!r}"
        if self.message != "":
            args += f", message={self.message!r}"
        if self.headers is not None:
            args += f", headers={self.headers!r}"
        return f"{type(self).__name__}({args})"


class ContentTypeError(ClientResponseError):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):
    def __init__(self, connection_key, os_error):
        self._conn_key, self._os_error = connection_key, os_error
        super().__init__(os_error.errno, os_error.strerror)
        self.args = (connection_key, os_error)

    @property
    def os_error(self):
        return self._os_error

    @property
    def host(self):
        return self._conn_key.host

    @property
    def port(self):
        return self._conn_key.port

    def __str__(self):
        return f"Cannot connect to host {self.host}:{self.port} ssl:default [{self.strerror}]"


class ClientConnectorDNSError(ClientConnectorError):
    pass


class ServerConnectionError(ClientConnectionError):
    pass


class ServerDisconnectedError(ServerConnectionError):
    def __init__(self, message=None):
        self.message = "Server disconnected" if message is None else message
        super().__init__(self.message)


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    pass


class ConnectionTimeoutError(ServerTimeoutError):
    pass


class SocketTimeoutError(ServerTimeoutError):
    pass


class ClientPayloadError(ClientError):
    pass


class InvalidURL(ClientError, ValueError):
    def __init__(self, url, description=None):
        self._url, self._description = url, description
        super().__init__(url, description) if description else super().__init__(url)

    @property
    def url(self):
        return self._url

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        return f"{self._url} - {self._description}" if self._description else str(self._url)


class InvalidUrlClientError(InvalidURL):
    pass
