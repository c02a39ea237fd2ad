"""What each command does, with no terminal and no words for people: values in, values out."""
