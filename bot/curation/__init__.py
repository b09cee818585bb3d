"""Looking after the knowledge: what a curator should mend."""
