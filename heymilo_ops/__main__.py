"""``python -m heymilo_ops`` is ``heymilo-ops``."""

from heymilo_ops.cli.main import main

if __name__ == "__main__":
    main()
