"""Puts the parts together: what the page, the command and other programs start from."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property

from assistant.bona_fides import Statement, Told, claims_prompt, proposed
from assistant.bona_fides.running import Runs
from assistant.errors import ModelUnavailable, NotFound, UnreadableDocument
from assistant.handling import (
    Advice,
    Brief,
    Hearing,
    Reminder,
    Role,
    SessionDuty,
    brief_for,
    cue_prompt,
    read_cues,
    read_duties,
    suggest_cue,
)
from assistant.knowledge import (
    Document,
    Index,
    IndexState,
    Library,
    Search,
    document_of,
    id_for,
    read_library,
)
from assistant.language import ChatModel, Embedder, Nli, Prompt, open_chat_model, open_nli
from assistant.mock import Mock, Voicing, voice_prompt
from assistant.policy import Asking, CaseTable, answer_prompt, read_cases
from assistant.questionnaires import (
    Guidance,
    Plan,
    Planner,
    Suggested,
    Wanted,
    Where,
    questions_prompt,
    read_kinds,
    read_templates,
    suggest,
)
from assistant.settings import Settings
from assistant.store import AddedDocument, Store, open_store
from assistant.transcripts import Transcript

log = logging.getLogger(__name__)

AT_OPENING = 4
"""Pieces of guidance at the opening of a plan: they are read in a minute. The brief has them all."""


def _now() -> datetime:
    return datetime.now(UTC)


class Assistant:
    """Everything, opened from settings. Cheap to make: models load when first needed or ``warm``."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = _now) -> None:
        self.settings = settings
        self.clock = clock
        self.own_library = read_library(settings.knowledge)
        self.cases: CaseTable = read_cases(settings.knowledge / "mi5-1948" / "cases.yaml", self.own_library)
        self._added: dict[str, Document] = {}
        self.embedder = Embedder(settings.embedder)
        self.index = Index(settings.data / "index", self.embedder)
        self.search = Search(self._library(), self.index)
        self.asking = Asking(self.search, self.cases)
        self.checking = Runs(self.propose, self.contradictions if settings.nli_model else None)
        self._changing = threading.Lock()
        self._model_of: tuple[Settings | None, ChatModel | None] = (None, None)

    @cached_property
    def store(self) -> Store:
        return open_store(self.settings.data / "debrief.sqlite", clock=self.clock)

    @cached_property
    def prompt(self) -> Prompt:
        """What a model is told when it words an answer."""
        return answer_prompt(self.settings.prompts)

    @cached_property
    def planner(self) -> Planner:
        """Builds questionnaires. Raises BadContent when a template has a mistake."""
        folder = self.settings.templates
        templates = read_templates(folder, self.own_library)
        return Planner(templates, read_kinds(folder / "kinds.yaml"), self.embedder)

    @cached_property
    def hearing(self) -> Hearing:
        """Hears what a line calls for. Raises BadContent when a cue has a mistake."""
        cues = read_cues(self.settings.knowledge / "handling_cues.yaml", self.own_library)
        return Hearing(cues, self.own_library)

    @cached_property
    def mock(self) -> Mock:
        """Subjects to practise on, and the runs with them."""
        return Mock(self.settings.templates / "scenarios", lambda: self.hearing, lambda: self.store)

    @cached_property
    def voicing(self) -> Voicing:
        """Lets the chat model word what subjects say. Raises BadContent when its prompt has a mistake."""
        return Voicing(self.mock.scenarios, voice_prompt(self.settings.prompts))

    @cached_property
    def session_duties(self) -> tuple[SessionDuty, ...]:
        """The duties that bite during a session. Raises BadContent when one has a mistake."""
        return read_duties(self.settings.knowledge / "session_duties.yaml", self.own_library)

    @property
    def library(self) -> Library:
        return self.search.library

    @property
    def state(self) -> IndexState:
        """What search by meaning can do now."""
        return self.index.state

    @property
    def model(self) -> ChatModel | None:
        """The chat model named by the user's preferences or the settings; None without one."""
        chosen = self.store.preferences.read()
        changes = {
            key: str(chosen[key]) for key in ("chat_model", "chat_address") if chosen.get(key) is not None
        }
        settings = self.settings.model_copy(update=changes)
        if settings != self._model_of[0]:
            self._model_of = (settings, open_chat_model(settings))
        return self._model_of[1]

    def plan(self, wanted: Wanted) -> Plan:
        """A session plan, with how he is to be treated at its opening and in its rests.

        Raises:
            BadContent, NotFound, EmbedderMissing: see ``Planner.build``.
        """
        return self.guided(self.planner.build(wanted))

    def guided(self, plan: Plan) -> Plan:
        """The plan with the guidance that its subject and stage call for, in place of what it has."""
        brief = self.brief(plan)
        opening = (_guidance("opening", each) for each in brief.advice[:AT_OPENING])
        return replace(plan, guidance=(*opening, *(_guidance("break", each) for each in brief.rests)))

    def brief(self, plan: Plan) -> Brief:
        """All the guidance that the plan's subject and stage call for."""
        return brief_for(plan.subject, plan.stage, self.hearing.cues, self.own_library)

    def suggest(self, plan: Plan, agency: str, requirement: str) -> Suggested:
        """Questions that the chat model proposes for a requirement, checked.

        Raises:
            ModelUnavailable: there is no model, or it did not answer.
            NotFound: there is no such agency or requirement.
        """
        model = self.model
        if model is None:
            raise ModelUnavailable("No language model is set. Name one under Settings to have suggestions.")
        prompt = questions_prompt(self.settings.prompts)
        templates = self.planner.templates
        return suggest(plan, agency, requirement, templates, model, prompt, self.embedder)

    def propose(
        self, transcripts: Sequence[Transcript], told: Told, progress: Callable[[float], None]
    ) -> tuple[Statement, ...]:
        """The subject's statements as the chat model reads them, as far as code admits it.

        Raises:
            ModelUnavailable: there is no model, or it did not answer.
        """
        model = self.model
        if model is None:
            raise ModelUnavailable("No language model is set. Name one under Settings.")
        return proposed(transcripts, told, model, claims_prompt(self.settings.prompts), progress).statements

    def suggest_cue(self, line: str, role: Role) -> Reminder | None:
        """The reminder that the chat model suggests for a line in which nothing is heard, if any.

        Raises:
            ModelUnavailable: there is no model, or it did not answer.
        """
        model = self.model
        if model is None:
            raise ModelUnavailable("No language model is set. Name one under Settings.")
        return suggest_cue(line, role, self.hearing, model, cue_prompt(self.settings.prompts))

    @cached_property
    def nli(self) -> Nli | None:
        """Tells how surely two texts contradict each other; None where the settings name no model.

        Raises BadSettings when it cannot be loaded.
        """
        return open_nli(self.settings)

    def contradictions(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How probably the texts of each pair contradict each other; all alike without a model."""
        return self.nli.contradictions(pairs) if self.nli else [0.0] * len(pairs)

    def warm(self) -> threading.Thread:
        """Load the embedder and bring the index up to date in the background."""
        thread = threading.Thread(target=self.search.refresh, name="index", daemon=True)
        thread.start()
        return thread

    def add_document(self, data: bytes, file_name: str, issued: date | None = None) -> Document:
        """Read a user's file, keep it, and search it by words at once; ``warm`` adds its meaning.

        Raises:
            UnreadableDocument: the file cannot be read; nothing is changed.
        """
        from assistant.knowledge.reading import read_document

        read = read_document(data, file_name, self.settings.largest_file)
        with self._changing:
            texts = [paragraph.text for paragraph in read.paragraphs]
            for document in self._added.values():
                if [paragraph.text for paragraph in document.paragraphs] == texts:
                    raise UnreadableDocument(
                        f"The file says what {document.id} says already; nothing was added. "
                        "Remove that first to replace it."
                    )
            added = AddedDocument(
                id=id_for(file_name, {d.id for d in self.own_library.documents} | self.store.documents.ids()),
                title=read.title,
                file_name=file_name,
                media_type=read.media_type,
                issued=issued,
                added=self.clock(),
                source=data,
                paragraphs=tuple(
                    {
                        "number": p.number,
                        "label": p.label,
                        "headings": p.headings,
                        "text": p.text,
                        "page": p.page,
                    }
                    for p in read.paragraphs
                ),
            )
            self.store.documents.add(added)
            self.search.use(self._library())
        return document_of(added)

    def remove_document(self, id: str) -> None:
        """Take a user's document out of the library; ``restore_document`` undoes it."""
        self._change(id, self.store.documents.delete)

    def restore_document(self, id: str) -> None:
        self._change(id, self.store.documents.restore)

    def _change(self, id: str, change: Callable[[str], None]) -> None:
        if any(document.id == id for document in self.own_library.documents):
            raise NotFound("The project's own four documents cannot be removed.")
        with self._changing:
            change(id)
            self.search.use(self._library())

    def _library(self) -> Library:
        kept = [each.id for each in reversed(self.store.documents.list())]
        self._added = {id: self._added.get(id) or document_of(self.store.documents.read(id)) for id in kept}
        return self.own_library.with_documents(self._added.values())


def _guidance(where: Where, advice: Advice) -> Guidance:
    first = advice.citations[0]
    return Guidance(where, advice.name, advice.because, advice.says, first.id, first.quote)
