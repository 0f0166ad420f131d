"""The living page of the design: every token and every component, drawn by the site's own templates."""
