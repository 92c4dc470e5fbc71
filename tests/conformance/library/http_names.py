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
