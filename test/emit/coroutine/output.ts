// coroutine: Counting.run, since it uses `arguments`
// coroutine: Counting.load, since it uses `arguments`
import { pending as $pending_, functionPoll as $functionPoll_, door as $door_, canPoll as $canPoll_, awaitValue as $await, came as $came, coroutine as $coroutine, pollSymbol as $pollSymbol, call as $call, publicSymbol as $publicSymbol, pollFunction as $pollFunction, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $door = $door_, $canPoll = $canPoll_;
const $keyPoll = /* @__PURE__ */ $pollSymbol("key");
const $getPoll = /* @__PURE__ */ $pollSymbol("get");
const $getPublic = /* @__PURE__ */ $publicSymbol("get");
// What a frame cannot keep: a generator does.
import { asyncTrait } from 'boxless';
var $Counting;
class Counting {
    static {
        $Counting = $traits(this.prototype, {
            run: { length: 1, coroutine: $coroutine },
            load: { length: 2, coroutine: $coroutine }
        });
    }
    *run(f: () => Promise<void>) {
        let $p, $t;
        (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $door.depth) ? $p($door.depth + 1) : $await(f(), void 0, $p)) === $pending ? $came(yield) : $t);
        return arguments.length;
    }
    // Arguments that await, and receivers of computed members, are evaluated once and before.
    *load(store: Store, key: string) {
        let $1, $2, $o, $p, $t, $3, $4;
        const row = ($1 = store, $2 = $1.get, $3 = [(($t = $canPoll($p = ($o = store)[$keyPoll], $door.depth) ? $p.call($o, $door.depth + 1, key) : $await($o.key(key), $o, $p)) === $pending ? $came(yield) : $t), () => arguments.length], ($t = $canPoll($p = $1[$getPoll], $door.depth) && $1[$getPublic] === $2 ? $p.call($1, $door.depth + 1, ...$3) : $await($call($2, $1, [...$3], "store.get"), $1, $p)) === $pending ? $came(yield) : $t);
        return [row, ($4 = store, ($t = $pollFunction($door.depth + 1, $4['get'], $4, [key], "store['get']")) === $pending ? $came(yield) : $t)];
    }
}
interface Store {
    get(key: string, count?: () => number): Promise<unknown>;
    key(key: string): Promise<string>;
}
