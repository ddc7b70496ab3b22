// run: expand
