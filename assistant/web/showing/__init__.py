"""Values as HTML. Every word that a user or a document brings passes through ``escaping`` here."""
