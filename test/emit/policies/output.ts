// frame: Reader.next
// frame: Reader.#load
// frame: Reader.peek
// frame: handler
import { adopt as $adopt, enter as $enter, promisePolicy as $promise, traitFunction as $traitFunction, pollFunction as $pollFunction, poolPolicy as $pool, limitPolicy as $limit, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, exclusivePolicy as $exclusive, privateMethod as $privateMethod, oncePolicy as $awaitOnce, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $nextPublic = $publicSymbol("next");
const $peekPublic = $publicSymbol("peek");
// Options become policies: each is named where it is used, so that a bundler keeps only those.
import { asyncTrait } from 'boxless';
/** @asyncTrait({ returns: 'promise' }) */
export var handler = $traitFunction("handler", { arity: 1, policies: [$promise] }, $m => function (request, $f) {
    let $s = $enter($f);
    let $r, $h;
    if (!($s > 0)) {
        $s = 0;
    }
    return typeof ($h = ($r = request)?.then) === "function" ? $adopt($r, $h) : $r;
});
let $Reader, $Reader_load;
class Reader {
    static {
        $Reader = $traits(this.prototype, {
            next: { arity: 0, policies: [$pool({ max: 4, scope: "class" }), $limit(4, "wait")] },
            peek: { arity: 0, policies: [$awaitOnce] }
        });
    }
    next($f) {
        let $s = $enter($f);
        let $p, $t;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.next) !== this[$nextPublic])
                return $pollFunction($p, this, [], "this.next");
            $s = 0;
        }
        switch ($s) {
            case 0: if (($door.depth < 200 ? ($t = this.#load$poll('row')) === $pending : ($await(this.#load('row'), this, true), true)))
                return $suspend($f, this, $Reader.next, 1);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return $t;
        }
    }
    #load$body(key, $f) {
        let $s = $enter($f);
        let $r, $h;
        if (!($s > 0)) {
            $s = 0;
        }
        return typeof ($h = ($r = key.length)?.then) === "function" ? $adopt($r, $h) : $r;
    }
    #load$poll(...$a) {
        return ($Reader_load ??= $privateMethod("#load", { arity: 1, policies: [$pool({ max: 8 }), $exclusive] }, this.#load$body)).poll.apply(this, $a);
    }
    #load(...$a) {
        return ($Reader_load ??= $privateMethod("#load", { arity: 1, policies: [$pool({ max: 8 }), $exclusive] }, this.#load$body)).start(this, $a);
    }
    /** @asyncTrait { reuse: 'await-once',
     *                pool: {} } and what else there is to say */
    peek($f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.peek) !== this[$peekPublic])
                return $pollFunction($p, this, [], "this.peek");
            $s = 0;
        }
        return 1;
    }
}
