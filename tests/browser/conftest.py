"""A browser, the site it looks at, and which of these tests run where and when."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.browser import chromium
from tests.browser.site import collected, database_of_the_session, site
from tests.browser.watching import Watch

HERE = Path(__file__).parent
#: The journeys ask the database; what pages look like does not depend on it.
ON_EVERY_DATABASE = "test_journeys.py"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    # Playwright keeps an event loop in the tests' thread, where Django then finds none of its connections: last of all.
    items.sort(key=lambda item: HERE in item.path.parents)
    if "sqlite" in settings.DATABASES["default"]["ENGINE"]:
        return
    for item in items:
        if HERE in item.path.parents and item.path.name != ON_EVERY_DATABASE:
            item.add_marker(pytest.mark.skip(reason="looks alike on both databases; the run on SQLite looks"))


@pytest.fixture(scope="session")
def browser_type_launch_args():
    program = chromium.find()
    if program is None:
        reason = "no Chromium on the path, and CHROMIUM names none"
        if chromium.required():
            pytest.fail(f"{reason}; CI needs one")
        pytest.skip(reason)
    return {"executable_path": program, "args": chromium.ARGUMENTS}


@pytest.fixture(scope="session")
def db(django_db_setup):
    """The record, without a transaction around each test. By its name pytest-django knows that a database is needed."""


@pytest.fixture(scope="session")
def base_url(browser_type_launch_args, db, django_db_blocker, tmp_path_factory, worker_id):
    """The address of the site over this session's record; page.goto takes paths below it."""
    folder, own = tmp_path_factory.getbasetemp(), tmp_path_factory.mktemp("site")
    statics = collected(folder if worker_id == "master" else folder.parent)
    with django_db_blocker.unblock():
        database = database_of_the_session(own)
    with site(database, statics, own) as address:
        yield address


@pytest.fixture(scope="session")
def playwright(base_url, playwright):
    """Started after the record is loaded and ended before the database is, because of its event loop."""
    return playwright


@pytest.fixture
def watch(page, base_url):
    return Watch(page, base_url)
