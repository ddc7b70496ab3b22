// frame: Reader.next
// frame: Reader.#load
// frame: Reader.peek
// frame: handler
import { startDeclared as $startDeclared, adopt as $adopt, promisePolicy as $promise, declaredFunction as $declaredFunction, publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, awaitValue as $await, suspend as $suspend, take as $take_, poolPolicy as $pool, limitPolicy as $limit, exclusivePolicy as $exclusive, privateMethod as $privateMethod, oncePolicy as $awaitOnce, traits as $traits } from "boxless/internal";
const $pending = $pending_, $take = $take_;
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
const $peekPublic = /* @__PURE__ */ $publicSymbol("peek");
// Options become policies: each is named where it is used, so that a bundler keeps only those.
import { asyncTrait } from 'boxless';
/** @asyncTrait({ returns: 'promise' }) */
export function handler(request) {
    return $startDeclared($handler ??= $handlerMethod(), new.target, this, arguments);
}
function $handlerMethod() {
    return $declaredFunction(handler, "handler", { length: 1, policies: [$promise] }, $m => [
        function ($d, request) {
            var $h;
            return ($h = request?.then) ? $adopt(request, $h) : request;
        },
        function ($f, request) {
            var $h;
            return ($h = request?.then) ? $adopt(request, $h) : request;
        }
    ]);
}
var $handler = $handler ?? /* @__PURE__ */ $handlerMethod();
var $Reader, $Reader_load;
class Reader {
    static {
        $Reader = $traits(this.prototype, {
            next: { length: 0, entry: "next$entry", policies: [$pool({ max: 4, scope: "class" }), $limit(4, "wait")] },
            peek: { length: 0, entry: "peek$entry", policies: [$awaitOnce] }
        });
    }
    next($d) {
        var $p, $t;
        if (($p = this.next) !== this[$nextPublic])
            return $overridden($p, this, ".next", arguments);
        if (($t = $d < 200 ? this.#load$poll($d, 'row') : $await(this.#load('row'), this, true)) === $pending)
            return $suspend(void 0, this, $Reader.next, 1);
        return $t;
    }
    next$entry($f) {
        var $t;
        if (typeof $f === "number") {
            if (($t = $f < 200 ? this.#load$poll($f, 'row') : $await(this.#load('row'), this, true)) === $pending)
                return $suspend(void 0, this, $Reader.next, 1);
        }
        else {
            $t = $take($f);
        }
        return $t;
    }
    #load$body($d, key) {
        var $r, $h;
        return ($h = ($r = key.length)?.then) ? $adopt($r, $h) : $r;
    }
    #load$entry($f, key) {
        var $r, $h;
        return ($h = ($r = key.length)?.then) ? $adopt($r, $h) : $r;
    }
    #load$poll(...$a) {
        return ($Reader_load ??= $privateMethod("#load", { length: 1, policies: [$pool({ max: 8 }), $exclusive] }, this.#load$body, this.#load$entry)).poll.apply(this, $a);
    }
    get #load() {
        return ($Reader_load ??= $privateMethod("#load", { length: 1, policies: [$pool({ max: 8 }), $exclusive] }, this.#load$body, this.#load$entry)).publicFunction;
    }
    /** @asyncTrait { reuse: 'await-once',
     *                pool: {} } and what else there is to say */
    peek($d) {
        var $p;
        if (($p = this.peek) !== this[$peekPublic])
            return $overridden($p, this, ".peek", arguments);
        return 1;
    }
    peek$entry($f) {
        return 1;
    }
}
