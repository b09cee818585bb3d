"""What is said: the model of a reply, its wording, and a module of builders for each subject."""
