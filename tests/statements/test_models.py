"""What the database keeps, refuses and finds."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from sources.models import Source
from statements.models import Claim, Coding, Organisation, Statement
from tests.statements.factories import ClaimFactory, CodingFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    """A source that cannot be cited."""
    return Source.objects.get(citable=False)


def keys(statements):
    return {statement.key for statement in statements}


def test_a_statement_is_published_with_a_source_that_can_be_cited(lead):
    statement = StatementFactory(key="one")
    assert "one" in keys(Statement.objects.published())
    statement.sources.set([lead])
    assert "one" not in keys(Statement.objects.published())
    statement.sources.clear()
    assert "one" not in keys(Statement.objects.published())


def test_a_retired_statement_and_its_codings_are_not_published():
    coding = CodingFactory()
    statement = coding.statement
    assert coding in Coding.objects.published()
    statement.retired_on, statement.retired_because = date(2026, 4, 1), "said by nobody"
    statement.save()
    assert statement not in Statement.objects.published()
    assert coding not in Coding.objects.published()


def test_a_claim_is_published_with_a_source_that_can_be_cited(lead):
    claim = ClaimFactory()
    assert claim in Claim.objects.published()
    claim.sources.set([lead])
    assert claim not in Claim.objects.published()


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "rumour"},
        {"stance": "against"},
        {"regarding": "weather"},
        {"retired_on": date(2026, 4, 1)},
        {"retired_because": "twice"},
        {"key": "jst_20250318"},
    ],
)
def test_the_database_refuses_a_statement_that_makes_no_sense(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        StatementFactory(**change)


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "true"},
        {"position": 1},
        {"page": "https://example.org/"},
        {"page": "//example.org/"},
        {"page": "/\\example.org/a.csv"},
        {"page": "/\t/example.org/a.csv"},
        {"date": date(2026, 1, 1)},
        {"date_precision": "day"},
        {"retired_because": "twice"},
    ],
)
def test_the_database_refuses_a_claim_that_makes_no_sense(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimFactory(**change)


def test_a_coding_stands_once_for_a_state_unless_it_is_retired():
    coding = CodingFactory(retired_on=date(2026, 4, 1), retired_because="misread")
    CodingFactory(statement=coding.statement)
    with pytest.raises(IntegrityError), transaction.atomic():
        CodingFactory(statement=coding.statement)


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        ("day", date(2024, 2, 5), date(2024, 2, 5)),
        ("month", date(2024, 2, 1), date(2024, 2, 29)),
        ("month", date(2025, 12, 1), date(2025, 12, 31)),
        ("year", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_partial_date_knows_its_last_day(precision, first, last):
    assert StatementFactory(date=first, date_precision=precision).last_day == last


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("flexibility freedom", {"jst_20250318", "tsahkna_20250604"}),
        ("LUKASHENKO", {"bejda_20250319_b"}),
        ("Šakalienė", {"sakaliene_20250318"}),
        ("sakaliene signal", {"sakaliene_20250318"}),
        ("kosiniak-kamysz corset", {"kosiniak_20250520"}),
        ("danchurch", {"dca_202503"}),
        ("vatican balestrero", {"holysee_20250620"}),
        ("lithuania illusions", {"budrys_20250627"}),
        ("xyzzy", set()),
        ("...", set()),
    ],
)
def test_a_search_finds_the_beginnings_of_words_whatever_their_accents(text, found):
    for many in (False, True):
        assert found <= keys(Statement.objects.matching(text, many=many))
    assert bool(found) == Statement.objects.matching(text).exists()


def test_a_search_for_an_issuer_finds_what_it_issued_and_what_names_it():
    found = keys(Statement.objects.matching("poland"))
    assert {"jst_20250318_threat", "bejda_20250319", "icbl_pol_20260220"} <= found
    assert found == keys(Statement.objects.matching("poland", many=True))
    assert "bejda_20250319" not in keys(Statement.objects.matching("land"))


def test_the_index_of_words_follows_what_is_saved_changed_and_deleted():
    statement = StatementFactory(title="Quixotic")
    assert Statement.objects.matching("quixotic").get() == statement
    statement.title = "Sober"
    statement.save()
    assert not Statement.objects.matching("quixotic").exists()
    assert Statement.objects.matching("sober").get() == statement
    statement.delete()
    assert not Statement.objects.matching("sober").exists()


def test_the_index_of_words_is_used():
    """PostgreSQL alone chooses between plans; that of SQLite has no other way."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET enable_seqscan = off")
        assert "statements_words" in Statement.objects.order_by().saying(["lukashenko"]).explain()


@pytest.mark.parametrize(("name", "keys_found"), [("TUSK", 3), ("Šakalienė", 1), ("hanno pevkur", 2), ("-", 0)])
def test_speakers_are_found_by_part_of_their_names(name, keys_found):
    for many in (False, True):
        assert Statement.objects.spoken_by(name, many=many).count() == keys_found


def test_a_speaker_is_not_found_by_words_of_the_statement():
    assert not Statement.objects.spoken_by("kamysz bill").exists()


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("ICBL", {"international-campaign-to-ban-landmines"}),
        ("international campaign to ban landmines", {"international-campaign-to-ban-landmines"}),
        ("Norwegian People’s Aid", {"norwegian-peoples-aid"}),
        ("22nd meeting of the States Parties", {"twenty-second-meeting-of-the-states-parties"}),
        *(("icb", set()), ("campaign", set()), ("landmines icbl", set()), ("%", set()), ("", set())),
    ],
)
def test_an_organisation_is_named_by_a_whole_name(typed, slugs):
    assert set(Organisation.objects.named(typed).values_list("slug", flat=True)) == slugs


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("typed", ["ICBL", "icbl Finland", "landmines ICBL"])
def test_a_statement_is_found_by_another_name_of_who_issued_it(typed, many):
    found = keys(Statement.objects.matching(typed, many=many))
    assert "icbl_fin_20260112" in found
    assert "mag_20251227" not in found


@pytest.mark.parametrize(
    ("typed", "found"), [("lapland", True), ("turk signed", True), ("Zanzibar", False), ("signed gazette", False)]
)
def test_a_claim_is_found_by_what_is_claimed_and_found_but_not_by_who_claims_it(typed, found):
    claim = ClaimFactory(claim="Lapland left.", finding="Türkiye signed.", claimant="Zanzibar Gazette")
    assert (claim in Claim.objects.matching(typed)) is found


def test_an_older_record_is_corrected_when_it_is_migrated():
    migration = import_module("statements.migrations.0006_claims_without_their_claimant")
    claim = ClaimFactory(claim="Lapland left.", finding="Türkiye signed.", claimant="Zanzibar Gazette")
    Claim.objects.update(search_text=" lapland left turkiye signed zanzibar gazette")
    migration.search_again(apps, None)
    derived = claim.search_text
    claim.refresh_from_db()
    assert claim.search_text == derived
