"""What only a browser can tell: journeys through the site, pictures, accessibility, layout and printing."""
