"""heymilo-ops: AI interviewers (HeyMilo postings) as code."""
