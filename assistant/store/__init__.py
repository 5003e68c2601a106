"""What is kept on disk: conversations, plans, checks, notebooks, mock debriefs, preferences, documents."""

from assistant.store.opening import Store, open_store
from assistant.store.records import (
    AddedDocument,
    AddedDocumentSummary,
    AddedParagraph,
    ContentRecord,
    ContentSummary,
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
    "ContentRecord",
    "ContentSummary",
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
