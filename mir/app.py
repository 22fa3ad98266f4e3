"""The application: every room joined to the ground."""

from flask import Flask

import mir.models as _models  # noqa: F401 - every table must be known before the first query
from mir import db, i18n, pages, security, static_files
from mir.accounts.views import bp as accounts
from mir.authoring.site import bp as authoring
from mir.concerns.views import bp as concerns
from mir.config import Settings, must_have_secret
from mir.paper.views import bp as paper
from mir.places import HERE, STATIC, TEMPLATES
from mir.reports.views import bp as reports
from mir.respond.answering_alone import bp as alone
from mir.respond.closing import bp as closing
from mir.respond.coming_back import bp as coming_back
from mir.respond.interviews import bp as interviews
from mir.respond.views import bp as respond
from mir.results.views import bp as results
from mir.rounds.views import bp as rounds

MOST_BYTES = 256 * 1024  # the longest page anybody sends: a comment, many times over


def create_app(settings: Settings) -> Flask:
    """The site with these settings. Raises SettingError where there is no usable secret."""
    must_have_secret(settings)
    app = Flask("mir", root_path=str(HERE), template_folder=str(TEMPLATES), static_folder=None)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        MIR_SETTINGS=settings,
    )
    db.attach(app, settings.database_url, settings.secret_key)
    security.attach(app, settings)
    i18n.attach(app)
    pages.attach(app)
    static_files.attach(app, STATIC)
    for room in (
        *(accounts, rounds, respond, alone, interviews, closing, coming_back, concerns, paper, results),
        *(authoring, reports),
    ):
        app.register_blueprint(room)
    return app
