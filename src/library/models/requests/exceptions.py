"""The names of what requests raises."""
import json


class RequestException(IOError):
    def __init__(self, *args, request=None, response=None):
        self.request, self.response = request, response
        super().__init__(*args)


class ConnectionError(RequestException):
    pass


class HTTPError(RequestException):
    pass


class Timeout(RequestException):
    pass


class ConnectTimeout(ConnectionError, Timeout):
    pass


class ReadTimeout(Timeout):
    pass


class InvalidURL(RequestException, ValueError):
    pass


class MissingSchema(RequestException, ValueError):
    pass


class InvalidSchema(RequestException, ValueError):
    pass


class TooManyRedirects(RequestException):
    pass


class JSONDecodeError(RequestException, json.JSONDecodeError):
    def __init__(self, *args, **kwargs):
        json.JSONDecodeError.__init__(self, *args)
        self.request = self.response = None
