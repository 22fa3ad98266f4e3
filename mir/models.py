"""Every table, so that the metadata is whole: each room’s own `models`."""

from mir.accounts import models as _accounts
from mir.actions import models as _actions
from mir.api import models as _api
from mir.audit import models as _audit
from mir.authoring import models as _authoring
from mir.choosing import models as _choosing
from mir.concerns import models as _concerns
from mir.db import Base
from mir.mail import models as _mail
from mir.paper import models as _paper
from mir.pledges import models as _pledges
from mir.providers import models as _providers
from mir.respond import models as _respond
from mir.results import models as _results
from mir.returns import models as _returns
from mir.rounds import models as _rounds
from mir.sharing import models as _sharing

__all__ = ["Base"]

ROOMS = (
    _accounts,
    _actions,
    _api,
    _audit,
    _authoring,
    _choosing,
    _concerns,
    _mail,
    _paper,
    _pledges,
    _providers,
    _respond,
    _results,
    _returns,
    _rounds,
    _sharing,
)
"""Where the tables are."""
