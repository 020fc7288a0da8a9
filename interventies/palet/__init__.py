"""What happens to an interventie: describing, scopetoets, evaluating, judging, going on or stopping, publishing."""
