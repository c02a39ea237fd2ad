"""What the law asks of interviews, by place: data that an edge reads and rules are given."""
