"""A click program that does nothing, to measure what click itself costs."""

import click


@click.command()
@click.version_option("1.0", prog_name="bare", message="%(prog)s %(version)s")
def main() -> None:
    """Do nothing."""


if __name__ == "__main__":
    main()
