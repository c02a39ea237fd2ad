"""One rule family or rule a module; the registry names them all."""
