// An arrow function that has to become a generator reaches `super` and `arguments` through arrow functions beside it.
export class Reader extends Base {
  open(name: string): Promise<string> {
    /** @asyncTrait */
    const read = async (first = name): Promise<string> => {
      await using _lock = super.lock(arguments[0]);
      super.count += arguments.length;
      return super.read(await this.load(first));
    };
    return read();
  }
}
