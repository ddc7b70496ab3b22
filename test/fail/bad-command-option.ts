// run: expand generator.ts --eager everything
