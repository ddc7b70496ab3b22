// run: annotate --write annotated.js
