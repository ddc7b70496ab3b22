/** @asyncTrait */
async function next(cursor) {
  with (cursor) {
    return await key();
  }
}
