"""What he says, drawn: his life along a line of time, and who is named in which session."""

from assistant.bona_fides.pictures.names import names_map
from assistant.bona_fides.pictures.timeline import timeline

__all__ = ["names_map", "timeline"]
