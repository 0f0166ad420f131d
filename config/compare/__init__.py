"""States side by side: who they are to the treaties, how they came to leave, what they said, at what human cost."""
