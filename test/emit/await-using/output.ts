// coroutine: Store.read, since it uses `await using`
import { awaitValue as $await, came as $came, Disposer as $Disposer, pending as $pending, door as $door, traits as $traits, pollSymbol as $pollSymbol } from "boxless/internal";
const $openPoll = $pollSymbol("open");
const $textPoll = $pollSymbol("text");
// A generator has no `await`, so TypeScript must find no `await using` in it.
import { asyncTrait } from 'boxless';
let $Store;
export class Store {
    static {
        $Store = $traits(this.prototype, {
            read: { coroutine: true, length: 1 }
        });
    }
    *read(key: string) {
        let $p, $t, $o;
        const $u1 = new $Disposer();
        try {
            const file = $u1.use(((($p = this[$openPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, key)) === $pending : ($await(this.open(key), this, $p), true)) ? $came(yield) : $t), true);
            const lock = $u1.use(this.lock(key), false);
            return lock.name + (((($p = ($o = file)[$textPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call($o)) === $pending : ($await($o.text(), $o, $p), true)) ? $came(yield) : $t));
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
