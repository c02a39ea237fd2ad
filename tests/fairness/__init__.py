"""How often lint is right about topics that an interview should leave alone, on texts that people have labelled."""
