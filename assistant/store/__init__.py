"""What is kept on disk: conversations, preferences, plans, checks and the documents that the user added."""

from assistant.store.opening import Store, open_store
from assistant.store.records import (
    AddedDocument,
    AddedDocumentSummary,
    AddedParagraph,
    CheckRecord,
    CheckSummary,
    Conversation,
    ConversationSummary,
    Json,
    PlanRecord,
    PlanSummary,
    PlanVersion,
    Role,
    Turn,
)

__all__ = [
    "AddedDocument",
    "AddedDocumentSummary",
    "AddedParagraph",
    "CheckRecord",
    "CheckSummary",
    "Conversation",
    "ConversationSummary",
    "Json",
    "PlanRecord",
    "PlanSummary",
    "PlanVersion",
    "Role",
    "Store",
    "Turn",
    "open_store",
]
