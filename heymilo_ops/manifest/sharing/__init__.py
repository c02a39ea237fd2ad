"""Sharing: values that several manifests have from one file below ``postings/_shared/``."""
