"""How the page looks: theme, style sheet, script."""
