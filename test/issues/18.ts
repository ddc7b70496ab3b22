// tasks: single
// strict: true
// lowered: false
// What a `switch` looks at is evaluated outside of the scope of its clauses.
/** @asyncTrait */ async function chosen(t, x, y) {
  switch (x + y.length) {
    case 1: {
      _.l(t, 'one');
    }
    case 2:
      await _.get(t, 1);
      let x = 3;
      class y {}
      _.l(t, 'two', x, await _.get(t, 2), y.name);
  }
}
/** @asyncTrait */ async function waits(t, x) {
  switch (x + (await _.get(t, x))) {
    case await _.get(t, 4):
      _.l(t, 'four', x);
  }
  switch (await _.get(t, x)) {
    case 2:
      const x = await _.get(t, 5);
      _.l(t, x);
  }
}
/** @asyncTrait */ async function main(t) {
  await chosen(t, 1, '');
  await chosen(t, 1, 'a');
  await waits(t, 2);
  try {
    switch (z) {
      case 1:
        let z = await _.get(t, 3);
    }
  } catch (e) {
    _.l(t, e.message);
  }
}
