"""http.HTTPStatus and http.HTTPMethod."""
from http import HTTPMethod, HTTPStatus

for status in HTTPStatus:
    print(status, repr(status), status.name, status.value, status.phrase, status.description, status.is_success, status.is_server_error,
          status.is_informational, status.is_redirection, status.is_client_error)
print(HTTPStatus(404), HTTPStatus["OK"], HTTPStatus.OK == 200, HTTPStatus.NOT_FOUND + 1, f"{HTTPStatus.OK}", len(HTTPStatus.__members__))
print([name for name, member in HTTPStatus.__members__.items() if name != member.name])
for method in HTTPMethod:
    print(method, repr(method), method.description)
try:
    HTTPStatus(999)
except ValueError as error:
    print(error)
print(list(HTTPStatus.__members__)[-30:], list(HTTPMethod.__members__))
print(HTTPStatus("200") if 0 else HTTPStatus.OK.__reduce_ex__(2)[1:], HTTPStatus.REQUEST_URI_TOO_LONG, HTTPStatus.OK.is_success is True, HTTPMethod("GET"), HTTPMethod.PUT + "!", HTTPMethod["PATCH"].name)
print([name for name in vars(HTTPStatus) if name.startswith("is_")], {HTTPStatus.OK: 1}[200], f"{HTTPMethod.GET:>5}", HTTPStatus.OK in (200, 404), 201 in HTTPStatus, "GET" in HTTPMethod)
