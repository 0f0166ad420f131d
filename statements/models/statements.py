"""Statements: what states and organisations said."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.urls import reverse
from simple_history.models import HistoricalRecords

from sources.dates import PartialDate, Precision
from sources.models import Source
from statements.enums import Regarding, Stance, StatementKind
from statements.models.organisations import Organisation
from statements.models.shared import is_key, known
from statements.search import words_of
from states.models import Alias, State, fold
from treaties.models import Retirable, Treaty

#: Newest first; on one day in the order of entry.
LATEST_FIRST = ("-date", "pk")


class StatementQuerySet(models.QuerySet):
    """`many` says that thousands of rows are meant: then the database asks each in its order until a page is full."""

    def published(self):
        """Statements the public sees: not retired, and with a source that can be cited."""
        citable = Source.objects.citable().filter(statements=OuterRef("pk")).order_by().values("pk")
        # A value and not `Exists`, for which PostgreSQL would read the sources of all statements to count a few.
        return self.alias(citable=Subquery(citable[:1])).filter(citable__isnull=False, retired_on=None)

    def by_day(self, day):
        """Statements up to a day, inclusive; a date known to the month or the year counts from its first day."""
        return self.filter(date__lte=day)

    def among(self, rows, *, many=False):
        """Statements that rows with a column `statement` name."""
        if many:
            return self.filter(Exists(rows.filter(statement=OuterRef("pk"))))
        return self.filter(pk__in=rows.values("statement"))

    def saying(self, words, *, many=False):
        """Statements in which each of the words begins a word of the text."""
        return self.filter(**{"search_text__words_each" if many else "search_text__words": words}) if words else self

    def matching(self, text, *, issuers=None, many=False):
        """Statements in which each word of `text` begins a word of what is said, of the speaker or of an issuer.

        `issuers` are those of `issuers_named`, where they are known already.
        """
        words = words_of(text)
        named = issuers_named(words) if issuers is None else issuers
        found = self.saying([word for word in words if word not in named], many=many) if words else self.none()
        for word, issuers_of_name in named.items():
            found = found._either(word, *issuers_of_name, many=many)
        return found

    def with_issuer_named(self, text):
        """With `issuer_named`: whether `text` is a name of an organisation that issued the statement."""
        issued = Statement.organisations.through.objects.filter(organisation__in=Organisation.objects.named(text))
        return self.annotate(issuer_named=Exists(issued.filter(statement=OuterRef("pk"))))

    def _either(self, word, states, organisations, *, many):
        """Statements that hold the word or were issued by one of these, by primary key."""
        by_states = Statement.states.through.objects.filter(state__in=states)
        by_organisations = Statement.organisations.through.objects.filter(organisation__in=organisations)
        if many:
            own = OuterRef("pk")
            # The text last: on PostgreSQL it is the dearest to ask.
            issued = Q(Exists(by_states.filter(statement=own))) | Q(Exists(by_organisations.filter(statement=own)))
            return self.filter(issued | Q(search_text__words_each=[word]))
        said = Statement.objects.saying([word]).order_by().values("pk")
        # Not "or": only apart from each other can the three be found by their indexes.
        issued = by_states.values("statement"), by_organisations.values("statement")
        return self.filter(pk__in=said.union(*issued, all=True))

    def spoken_by(self, name, *, many=False):
        """Statements of speakers whose name contains `name`, whatever its case, accents and punctuation."""
        words = words_of(name)
        # The words narrow by their index what is then compared.
        return self.saying(words, many=many).filter(speaker_text__contains=fold(name)) if words else self.none()


def issuers_named(words):
    """For each of the words that begins a word of an issuer's name: the primary keys of states and of organisations.

    One query.
    """
    names = [_names(words, "state", State, "pk"), _names(words, "state", Alias, "state"),
             _names(words, "organisation", Organisation, "pk")]  # fmt: skip
    found = {}
    for kind, key, name in names[0].union(*names[1:]) if words else ():
        for word in words:
            if f"-{name}".find(f"-{word}") >= 0:
                found.setdefault(word, (set(), set()))[kind == "organisation"].add(key)
    return found


def _names(words, kind, model, key):
    begins = Q()
    for word in words:
        begins |= Q(search_text__startswith=word) | Q(search_text__contains=f"-{word}")
    return model.objects.order_by().filter(begins).values_list(Value(kind, models.CharField()), key, "search_text")


class Statement(Retirable):
    """What one or several states or organisations said; at most one passage of it is quoted.

    On SQLite triggers keep the words that the search finds, and go when a migration makes the table anew: such a
    migration repeats 0002. The tests of the search notice.
    """

    key = models.CharField(
        max_length=80, unique=True, validators=[is_key], help_text="Its permanent name in addresses: pevkur_20250318."
    )
    date = models.DateField(help_text="The first day that the date may mean.")
    date_precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    last_day = models.DateField(editable=False)
    kind = models.CharField(max_length=30, choices=StatementKind)
    title = models.CharField(max_length=250)
    states = models.ManyToManyField(State, related_name="statements", blank=True)
    organisations = models.ManyToManyField(Organisation, related_name="statements", blank=True)
    speaker = models.CharField(max_length=120, blank=True, help_text="Who spoke; blank for a joint statement.")
    role = models.CharField(
        max_length=200, blank=True, help_text="The speaker’s office on that day, or the body or document that speaks."
    )
    language = models.CharField(
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[a-z]{2}$", "The two letters of ISO 639-1, such as et.")],
        help_text="The language it was made in, in two letters such as et; blank if not stated.",
    )
    quote = models.TextField("quotation", blank=True, help_text="Exact words in English, at most 45.")
    translated_by = models.CharField(
        max_length=200, blank=True, help_text="For a quotation that is a translation: who published it in English."
    )
    summary = models.TextField(help_text="What else it says, in our words.")
    stance = models.CharField(max_length=30, choices=Stance, help_text="Towards what it regards.")
    regarding = models.CharField(max_length=20, choices=Regarding, default=Regarding.WITHDRAWAL)
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="statements")
    answers = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="answered_by", help_text="The statement it answers."
    )
    sources = models.ManyToManyField(Source, related_name="statements")
    changed_at = models.DateTimeField(auto_now=True)
    search_text = models.TextField(editable=False)
    speaker_text = models.CharField(max_length=200, editable=False)

    objects = StatementQuerySet.as_manager()
    history = HistoricalRecords(
        m2m_fields=[states, organisations, sources],
        excluded_fields=["last_day", "changed_at", "search_text", "speaker_text"],
    )

    class Meta:
        ordering = LATEST_FIRST
        indexes = [
            # With all that lists choose by, so that counting reads no texts.
            models.Index(
                fields=["-date", "id", "last_day", "retired_on", "kind", "stance", "regarding", "treaty"],
                name="statement_latest_first",
            ),
            models.Index(fields=["-changed_at"], name="statement_changed_first"),
        ]
        constraints = [
            *Retirable.Meta.constraints,
            known(Precision, "date_precision"),
            known(StatementKind, "kind"),
            known(Stance, "stance"),
            known(Regarding, "regarding"),
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.derive()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("statements:detail", args=[self.key])

    @property
    def when(self):
        """The date as far as it is known."""
        return PartialDate(self.date, Precision(self.date_precision))

    def derive(self):
        """Fill the columns by which lists choose and search; for rows that are saved without `save`, too."""
        self.last_day = self.when.last_day
        self.search_text = " ".join(words_of(f"{self.title} {self.quote} {self.speaker} {self.role} {self.summary}"))
        self.speaker_text = fold(self.speaker)
