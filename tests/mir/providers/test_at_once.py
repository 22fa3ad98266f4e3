"""Two leads at once: names of services stay apart on both databases."""

from concurrent.futures import ThreadPoolExecutor

from mir.db import Store
from mir.errors import RefusalError
from mir.providers.models import Kind
from mir.providers.operations import add_organisation
from mir.providers.register import services
from mir.providers.services import About, add


def test_of_eight_who_add_a_service_of_one_name_at_once_one_gets_it(own_store: Store) -> None:
    organisation_id = add_organisation(own_store, "Hazel Care")

    def one(_: int) -> str:
        try:
            return add(own_store, organisation_id, About("Rose House", Kind.CARE_HOME))
        except RefusalError as error:
            return str(error)

    with ThreadPoolExecutor(8) as leads:
        told = list(leads.map(one, range(8)))
    assert sum("There is already a service called" in words for words in told) == 7
    assert [one.name for one in services(own_store)] == ["Rose House"]
