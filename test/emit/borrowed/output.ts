// coroutine: read, since it uses `await using`
var { awaitValue: $await, came: $came, Disposer: $Disposer, reference: $reference, pending: $pending, pollSymbol: $pollSymbol, door: $door, canPoll: $canPoll, coroutine: $coroutine, traitFunction: $traitFunction } = require("boxless/internal");
var $loadPoll = $pollSymbol("load");
// An arrow function that has to become a generator reaches `super` and `arguments` through arrow functions beside it.
export class Reader extends Base {
    open(name: string): Promise<string> {
        /** @asyncTrait */
        const read = /* @__PURE__ */ $traitFunction("read", { length: 0, coroutine: $coroutine }, $m => {
            const $arguments = () => arguments;
            const $super = k => super[k];
            const $superAt = k => $reference(() => super[k], v => super[k] = v);
            return (...$a) => (function* (first = name) {
                let $p, $t;
                const $u1 = new $Disposer();
                try {
                    const _lock = $u1.use($super("lock").call(this, $arguments()[0]), true);
                    $superAt("count").value += $arguments().length;
                    return $super("read").call(this, (($t = $canPoll($p = this[$loadPoll], $door.depth) ? $p.call(this, $door.depth + 1, first) : $await(this.load(first), this, $p)) === $pending ? $came(yield) : $t));
                }
                catch ($e) {
                    $u1.fail($e);
                }
                finally {
                    const $v = $u1.dispose();
                    if ($v)
                        ($came(yield ($await($v), true)));
                }
            }).apply(this, $a);
        });
        return read();
    }
}
