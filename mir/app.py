"""The application: every room joined to the ground."""

from flask import Flask

import mir.models as _models  # noqa: F401 - every table must be known before the first query
from mir import db, i18n, pages, security, static_files
from mir.accounts import elsewhere
from mir.accounts.own import bp as account
from mir.accounts.passkey_views import bp as passkeys
from mir.accounts.second_views import bp as second
from mir.accounts.views import bp as accounts
from mir.actions.letters import bp as reminders
from mir.actions.pledging import bp as pledges
from mir.actions.views import bp as actions
from mir.api.answers import bp as api
from mir.api.views import bp as keys
from mir.authoring.site import bp as authoring
from mir.choosing.agreeing import bp as agreeing
from mir.choosing.site import bp as choosing
from mir.choosing.voting import bp as voting
from mir.concerns.views import bp as concerns
from mir.config import Settings, must_have_secret
from mir.mail import postman
from mir.paper.views import bp as paper
from mir.places import HERE, STATIC, TEMPLATES
from mir.providers import guard
from mir.providers.organisation import bp as organisation
from mir.providers.people_views import bp as people
from mir.providers.service_views import bp as services
from mir.providers.site import bp as site
from mir.reports.views import bp as reports
from mir.respond import appearance
from mir.respond.answering_alone import bp as alone
from mir.respond.changed import bp as changed
from mir.respond.closing import bp as closing
from mir.respond.coming_back import bp as coming_back
from mir.respond.interviews import bp as interviews
from mir.respond.recordings import bp as recordings
from mir.respond.views import bp as respond
from mir.results.returned import bp as returned
from mir.results.views import bp as results
from mir.returns.views import bp as returns
from mir.returns.views import let_files_in
from mir.rounds.views import bp as rounds
from mir.running.site import bp as running
from mir.sharing.looking import bp as shared
from mir.sharing.views import bp as sharing
from mir.tablet.desk import bp as tablet_desk
from mir.tablet.patience import bp as patience
from mir.tablet.views import bp as tablet

MOST_BYTES = 256 * 1024  # the longest page anybody sends: a comment, many times over

ROOMS = (
    *(accounts, account, elsewhere.bp, second, passkeys),
    *(organisation, people, services, site),
    *(rounds, respond, alone, interviews, changed, closing, coming_back, recordings),
    *(concerns, paper, tablet, tablet_desk, patience, running),
    *(results, returns, returned, authoring, actions, pledges, reminders),
    *(sharing, shared, choosing, agreeing, voting),
    *(reports, api, keys),
)
"""The pages of every room."""


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
    store = db.attach(app, settings.database_url, settings.secret_key)
    postman.attach(app, store, settings)
    app.before_request(let_files_in)  # before the token of a page is looked for
    security.attach(app, settings)
    i18n.attach(app)
    pages.attach(app)
    appearance.attach(app)
    guard.attach(app)
    elsewhere.attach(app, settings)
    static_files.attach(app, STATIC)
    for room in ROOMS:
        app.register_blueprint(room)
    return app
