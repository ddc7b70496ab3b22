// frame: Cache.#load
// frame: Cache.get
// frame: Cache.open
import { privateMethod as $privateMethod, adopt as $adopt, publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, awaitValue as $await, suspend as $suspend, take as $take_, pollSymbol as $pollSymbol, canPoll as $canPoll_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $take = $take_, $canPoll = $canPoll_;
const $getPublic = /* @__PURE__ */ $publicSymbol("get");
const $openPublic = /* @__PURE__ */ $publicSymbol("open");
const $resolvePoll = /* @__PURE__ */ $pollSymbol("resolve");
import { asyncTrait } from 'boxless';
var $Cache_load, $Cache, $Cache_static;
class Cache {
    static {
        $Cache = $traits(this.prototype, {
            get: { length: 1, entry: "get$entry" }
        });
        $Cache_static = $traits(this, {
            open: { length: 0, entry: "open$entry" }
        });
    }
    #load$poll($d, key) {
        var $h;
        return ($h = key?.then) ? $adopt(key, $h) : key;
    }
    #load$entry($f, key) {
        var $h;
        return ($h = key?.then) ? $adopt(key, $h) : key;
    }
    get #load() {
        return ($Cache_load ??= $privateMethod("#load", { length: 1 }, this.#load$poll, this.#load$entry)).publicFunction;
    }
    get($d, key) {
        var $p, $t;
        if (($p = this.get) !== this[$getPublic])
            return $overridden($p, this, ".get", arguments);
        if (($t = $d < 200 ? this.#load$poll($d, key) : $await(this.#load(key), this, true)) === $pending)
            return $suspend(void 0, this, $Cache.get, 1);
        return $t;
    }
    get$entry($f, key) {
        var $t;
        if (typeof $f === "number") {
            if (($t = $f < 200 ? this.#load$poll($f, key) : $await(this.#load(key), this, true)) === $pending)
                return $suspend(void 0, this, $Cache.get, 1);
        }
        else {
            $t = $take($f);
        }
        return $t;
    }
    static open($d) {
        var $p, $o, $t;
        if (($p = this.open) !== this[$openPublic])
            return $overridden($p, this, ".open", arguments);
        if (($t = $canPoll($p = ($o = Promise)[$resolvePoll], $d) ? $p.call($o, $d, new Cache()) : $await($o.resolve(new Cache()), $o, $p)) === $pending)
            return $suspend(void 0, this, $Cache_static.open, 1);
        return $t;
    }
    static open$entry($f) {
        var $o, $p, $t;
        if (typeof $f === "number") {
            if (($t = $canPoll($p = ($o = Promise)[$resolvePoll], $f) ? $p.call($o, $f, new Cache()) : $await($o.resolve(new Cache()), $o, $p)) === $pending)
                return $suspend(void 0, this, $Cache_static.open, 1);
        }
        else {
            $t = $take($f);
        }
        return $t;
    }
}
