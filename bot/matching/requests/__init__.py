"""What somebody asks for beside a fact, told by the form of the question alone."""
