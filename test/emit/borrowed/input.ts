// An arrow function that has to become a generator reaches `super` and `arguments` through arrow functions beside it.
export class Reader extends Base {
  open(name: string): Promise<string> {
    /** @asyncTrait */
    const read = async (first = () => last, last = name): Promise<string> => {
      super.count += arguments.length;
      return super.read(first(), await this.load(last));
    };
    return read();
  }
}
