// coroutine: read, since the default of a parameter refers to a later one or holds a function
const { reference: $reference, pending: $pending, door: $door, canPoll: $canPoll, awaitValue: $await, came: $came, coroutine: $coroutine, traitFunction: $traitFunction, pollSymbol: $pollSymbol } = require("boxless/internal");
const $loadPoll = $pollSymbol("load");
// An arrow function that has to become a generator reaches `super` and `arguments` through arrow functions beside it.
export class Reader extends Base {
    open(name: string): Promise<string> {
        /** @asyncTrait */
        const read = /* @__PURE__ */ $traitFunction("read", { length: 0, coroutine: $coroutine }, $m => {
            const $superAt = k => $reference(() => super[k], v => super[k] = v);
            const $arguments = () => arguments;
            const $super = k => super[k];
            return (...$a) => (function* (first = () => last, last = name) {
                let $p, $t;
                $superAt("count").value += $arguments().length;
                return $super("read").call(this, first(), (($t = $canPoll($p = this[$loadPoll], $door.depth) ? $p.call(this, $door.depth + 1, last) : $await(this.load(last), this, $p)) === $pending ? $came(yield) : $t));
            }).apply(this, $a);
        });
        return read();
    }
}
