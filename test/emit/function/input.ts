// Functions that no prototype leads to: their polls hang on the function objects.
/** @asyncTrait */
async function load(key: string): Promise<string> {
  return (await read(key)) + '!';
}

/** @asyncTrait */
const read = async (key: string): Promise<string> => key;

const store = {
  /** @asyncTrait */
  async get(key: string): Promise<string> {
    return await load(key);
  },
};
