"""Makes manifests of postings that exist at HeyMilo."""
