// run: expand .
