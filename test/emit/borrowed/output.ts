// coroutine: read, since the default of a parameter refers to a later one or holds a function
const { reference: $reference, pending: $pending, door: $door, awaitValue: $await, came: $came, traitFunction: $traitFunction, pollSymbol: $pollSymbol } = require("boxless/internal");
const $loadPoll = $pollSymbol("load");
// An arrow function that has to become a generator reaches `super` and `arguments` through arrow functions beside it.
export class Reader extends Base {
    open(name: string): Promise<string> {
        /** @asyncTrait */
        const read = $traitFunction("read", { coroutine: true, length: 0 }, $m => {
            const $superAt = k => $reference(() => super[k], v => super[k] = v);
            const $arguments = () => arguments;
            const $super = k => super[k];
            return (...$a) => (function* (first = () => last, last = name) {
                let $p, $t;
                $superAt("count").value += $arguments().length;
                return $super("read").call(this, first(), ((($p = this[$loadPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, last)) === $pending : ($await(this.load(last), this, $p), true)) ? $came(yield) : $t));
            }).apply(this, $a);
        });
        return read();
    }
}
