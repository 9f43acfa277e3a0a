"""`GET /healthz`: 200 when the database answers and its tables are the ones this program needs,
else 503 with the reason. Plain text, kept by nobody, over plain HTTP too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http import HTTPStatus
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from broadsheet.serve.plain import text

PATH = "/healthz"


class Healthz:
    """WSGI middleware that answers for one address and passes on all others."""

    def __init__(self, application: WSGIApplication, ask: Callable[[], str] | None = None) -> None:
        self.application, self.ask = application, ask or Health().problem

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != PATH:
            return self.application(environ, start_response)
        wrong = self.ask()
        status = HTTPStatus.SERVICE_UNAVAILABLE if wrong else HTTPStatus.OK
        return text(start_response, status, wrong or "ok")


class Health:
    """What is wrong with the paper, asked again and again."""

    def __init__(self) -> None:
        # Reading all migrations takes 50 ms, and only a new program brings new ones.
        self.migrated = False

    def problem(self) -> str:
        """In plain words; empty when all is well."""
        if not self._answers() and not self._answers():
            return "the database cannot be reached"
        return "" if self.migrated else "migrations wait: restart with `broadsheet serve`"

    def _answers(self) -> bool:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            self.migrated = self.migrated or not pending_migrations()
        except Error:
            # Perhaps only this connection was cut, in idleness: the next call opens a new one.
            connection.close()
            return False
        return True


def pending_migrations() -> list[str]:
    """The migrations that the database still lacks, as `app.name`."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
