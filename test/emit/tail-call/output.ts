// frame: Base.last
// frame: Cached.get
// frame: Cached.first
// frame: Cached.either
// frame: Cached.last
// frame: Cached.#load
import { publicSymbol as $publicSymbol, overridden as $overridden, traits as $traits, pollSymbol as $pollSymbol, canPoll as $canPoll_, adopt as $adopt, pending as $pending_, functionPoll as $functionPoll_, awaitValue as $await, suspend as $suspend, take as $take_, returned as $returned, pollFunction as $pollFunction, privateMethod as $privateMethod } from "boxless/internal";
const $canPoll = $canPoll_, $pending = $pending_, $functionPoll = $functionPoll_, $take = $take_;
const $lastPublic = /* @__PURE__ */ $publicSymbol("last");
const $getPublic = /* @__PURE__ */ $publicSymbol("get");
const $getPoll = /* @__PURE__ */ $pollSymbol("get");
const $firstPublic = /* @__PURE__ */ $publicSymbol("first");
const $eitherPublic = /* @__PURE__ */ $publicSymbol("either");
// What a method returns is its own value: a call that it ends with is polled, and needs no frame of the method.
import { asyncTrait } from 'boxless';
interface Store {
    get(key: string): Promise<string>;
}
var $Base;
class Base {
    static {
        $Base = $traits(this.prototype, {
            last: { length: 0, entry: "last$entry" }
        });
    }
    /** @asyncTrait */
    last($d) {
        var $p;
        if (($p = this.last) !== this[$lastPublic])
            return $overridden($p, this, ".last", arguments);
        return 'last';
    }
    last$entry($f) {
        return 'last';
    }
}
var $Cached, $Cached_load;
class Cached extends Base {
    static {
        $Cached = $traits(this.prototype, {
            get: { length: 1, entry: "get$entry" },
            first: { length: 0, entry: "first$entry" },
            either: { length: 1, entry: "either$entry" },
            last: { length: 0, entry: "last$entry" }
        });
    }
    private readonly rows = new Map<string, string>();
    constructor(private readonly store: Store) {
        super();
    }
    get($d, key) {
        var $p, $o, $r, $h;
        if (($p = this.get) !== this[$getPublic])
            return $overridden($p, this, ".get", arguments);
        if (($r = this.rows.get(key)) === null || $r === void 0)
            return $canPoll($p = ($o = this.store)[$getPoll], $d) ? $p.call($o, $d + 1, key) : ($h = ($r = $o.get(key))?.then) ? $adopt($r, $h) : $r;
        return ($h = $r?.then) ? $adopt($r, $h) : $r;
    }
    get$entry($f, key) {
        var $o, $p, $r, $h;
        if (($r = this.rows.get(key)) === null || $r === void 0)
            return $canPoll($p = ($o = this.store)[$getPoll], $f) ? $p.call($o, $f + 1, key) : ($h = ($r = $o.get(key))?.then) ? $adopt($r, $h) : $r;
        return ($h = $r?.then) ? $adopt($r, $h) : $r;
    }
    first($d) {
        var $p, $o, $r, $h;
        if (($p = this.first) !== this[$firstPublic])
            return $overridden($p, this, ".first", arguments);
        return $canPoll($p = ($o = this.store)[$getPoll], $d) ? $p.call($o, $d + 1, 'first') : ($h = ($r = $o.get('first'))?.then) ? $adopt($r, $h) : $r;
    }
    first$entry($f) {
        var $o, $p, $r, $h;
        return $canPoll($p = ($o = this.store)[$getPoll], $f) ? $p.call($o, $f + 1, 'first') : ($h = ($r = $o.get('first'))?.then) ? $adopt($r, $h) : $r;
    }
    either($d, test) {
        var $p, $t, $r, $h, $o;
        if (($p = this.either) !== this[$eitherPublic])
            return $overridden($p, this, ".either", arguments);
        if (($t = typeof test === "function" && $canPoll($p = test[$functionPoll], $d) ? $p($d) : $await(test(), void 0, $p)) === $pending)
            return $suspend(void 0, this, $Cached.either, 1);
        if ($t)
            return $d < 200 ? this.#load$poll($d + 1, 'a') : ($h = ($r = this.#load('a'))?.then) ? $adopt($r, $h) : $r;
        return $canPoll($p = ($o = this.store)[$getPoll], $d) ? $p.call($o, $d + 1, 'b') : ($h = ($r = $o.get('b'))?.then) ? $adopt($r, $h) : $r;
    }
    either$entry($f, test) {
        let $d = 0;
        var $p, $t, $r, $h, $o;
        if (typeof $f === "number") {
            $d = $f;
            if (($t = typeof test === "function" && $canPoll($p = test[$functionPoll], $f) ? $p($f) : $await(test(), void 0, $p)) === $pending)
                return $suspend(void 0, this, $Cached.either, 1);
        }
        else {
            $t = $take($f);
        }
        if ($t)
            return $d < 200 ? this.#load$poll($d + 1, 'a') : ($h = ($r = this.#load('a'))?.then) ? $adopt($r, $h) : $r;
        return $canPoll($p = ($o = this.store)[$getPoll], $d) ? $p.call($o, $d + 1, 'b') : ($h = ($r = $o.get('b'))?.then) ? $adopt($r, $h) : $r;
    }
    override last($d) {
        var $p;
        if (($p = this.last) !== this[$lastPublic])
            return $overridden($p, this, ".last", arguments);
        return $pollFunction($d + 1, super.last, this, [], "super.last", $returned);
    }
    last$entry($f) {
        return $pollFunction($f + 1, super.last, this, [], "super.last", $returned);
    }
    #load$poll($d, key) {
        var $r, $h;
        try {
            $r = this.store.get(key);
        }
        finally {
            this.rows.clear();
        }
        return ($h = $r?.then) ? $adopt($r, $h) : $r;
    }
    #load$entry($f, key) {
        var $r, $h;
        try {
            $r = this.store.get(key);
        }
        finally {
            this.rows.clear();
        }
        return ($h = $r?.then) ? $adopt($r, $h) : $r;
    }
    get #load() {
        return ($Cached_load ??= $privateMethod("#load", { length: 1 }, this.#load$poll, this.#load$entry)).publicFunction;
    }
}
