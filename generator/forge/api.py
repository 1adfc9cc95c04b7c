"""A forge's interface for programs: JSON over HTTP, with a token, page by page.

Whatever goes wrong on the way is a Refusal. What is asked is the business of `github` and `gitlab`.
"""

import json
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator.problems import Refusal

_PAGE = 100
_SECONDS = 30

Thing = Mapping[str, Any]


class _NoRedirects(HTTPRedirectHandler):
    """The token is for the forge; it would be sent along to wherever the forge points."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Api:
    """Everything below the address `base`, asked with `token`. Every call raises Refusal where it fails."""

    def __init__(self, base: str, token: str, **headers: str) -> None:
        self._base = base
        self._headers = {
            "Authorization": f"Bearer {token}", "Content-Type": "application/json", "User-Agent": "sangkien",
            **headers,
        }  # fmt: skip
        self._opener = build_opener(_NoRedirects)

    def ask(self, method: str, path: str, content: Thing | None = None) -> Any:
        """The answer to one request."""
        return self._ask(method, path, content)[0]

    def all(self, path: str, **query: str) -> Iterator[Thing]:
        """The things of a list, asked for page by page as they are wanted.

        A page may be shorter than asked for, since what the token may not see is left out; only the forge
        knows whether there is another.
        """
        page, more = 1, True
        while more:
            found, more = self._ask("GET", f"{path}?{urlencode({**query, 'per_page': _PAGE, 'page': page})}")
            yield from found
            page += 1

    def _ask(self, method: str, path: str, content: Thing | None = None) -> tuple[Any, bool]:
        """The answer, and whether there is another page of it."""
        body = None if content is None else json.dumps(content).encode()
        request = Request(self._base + path, method=method, data=body, headers=self._headers)
        place = f"{method} {path.partition('?')[0]}"
        try:
            with self._opener.open(request, timeout=_SECONDS) as answer:
                return json.load(answer), 'rel="next"' in answer.headers.get("Link", "")
        except HTTPError as error:
            error.close()
            reason = f"{error.code} {error.reason}"
        except (OSError, HTTPException, ValueError) as error:
            reason = str(getattr(error, "reason", None) or error) or type(error).__name__
            raise Refusal(
                f"Không hỏi được máy chủ Git ({place}: {reason}). Hãy kiểm tra kết nối, hoặc đợi máy chủ hoạt"
                " động lại rồi chạy lại.",
                f"The forge does not answer ({place}: {reason}). Check the connection, or wait until the "
                "forge is back, and run this again.",
            ) from None
        raise Refusal(
            f"Máy chủ Git không làm được việc này ({place}: {reason}). Hãy xem quyền của token rồi chạy lại.",
            f"The forge refused ({place}: {reason}). Check what the token may do, and run this again.",
        )
