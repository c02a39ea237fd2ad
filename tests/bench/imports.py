"""A program that only imports the libraries that ``lint`` can't do without, to measure what they cost.

``import pydantic`` alone loads nothing, so its base class is named.
"""

import click as click
import jsonschema_rs as jsonschema_rs
from pydantic import BaseModel as BaseModel
