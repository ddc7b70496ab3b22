// coroutine: Store.read, since it uses `await using`
import { awaitValue as $await, came as $came, Disposer as $Disposer, pending as $pending_, pollSymbol as $pollSymbol, door as $door_, canPoll as $canPoll_, coroutine as $coroutine, traits as $traits } from "boxless/internal";
const $pending = $pending_, $door = $door_, $canPoll = $canPoll_;
const $openPoll = /* @__PURE__ */ $pollSymbol("open");
const $textPoll = /* @__PURE__ */ $pollSymbol("text");
// A generator has no `await`, so TypeScript must find no `await using` in it.
import { asyncTrait } from 'boxless';
var $Store;
export class Store {
    static {
        $Store = $traits(this.prototype, {
            read: { length: 1, coroutine: $coroutine }
        });
    }
    *read(key: string) {
        let $p, $t, $o;
        const $u1 = new $Disposer();
        try {
            const file = $u1.use((($t = $canPoll($p = this[$openPoll], $door.depth) ? $p.call(this, $door.depth + 1, key) : $await(this.open(key), this, $p)) === $pending ? $came(yield) : $t), true);
            const lock = $u1.use(this.lock(key), false);
            return lock.name + ((($t = $canPoll($p = ($o = file)[$textPoll], $door.depth) ? $p.call($o, $door.depth + 1) : $await($o.text(), $o, $p)) === $pending ? $came(yield) : $t));
        }
        catch ($e) {
            $u1.fail($e);
        }
        finally {
            const $v = $u1.dispose();
            if ($v)
                ($came(yield ($await($v), true)));
        }
    }
}
