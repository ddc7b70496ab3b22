/** What `f` throws. Throws itself if that is nothing. */
export function thrownBy(f: () => unknown): any {
  try {
    f();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
