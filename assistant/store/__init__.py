"""What is kept on disk: conversations, preferences, plans and the documents that the user added."""

from assistant.store.opening import Store, open_store
from assistant.store.records import (
    AddedDocument,
    AddedDocumentSummary,
    AddedParagraph,
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
