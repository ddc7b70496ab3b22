// frame: Cache.#load
// frame: Cache.get
// frame: Cache.open
import { privateMethod as $privateMethod, adopt as $adopt, enter as $enter, pollFunction as $pollFunction, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $getPublic = $publicSymbol("get");
const $openPublic = $publicSymbol("open");
const $resolvePoll = $pollSymbol("resolve");
import { asyncTrait } from 'boxless';
let $Cache_load, $Cache, $Cache_static;
class Cache {
    static {
        $Cache = $traits(this.prototype, {
            get: { arity: 1 }
        });
        $Cache_static = $traits(this, {
            open: { arity: 0 }
        });
    }
    #load$poll(key, $f) {
        let $s = $enter($f);
        let $r, $h;
        if (!($s > 0)) {
            $s = 0;
        }
        return typeof ($h = ($r = key)?.then) === "function" ? $adopt($r, $h) : $r;
    }
    #load(...$a) {
        return ($Cache_load ??= $privateMethod("#load", { arity: 1 }, this.#load$poll)).start(this, $a);
    }
    get(key, $f) {
        let $s = $enter($f);
        let $p, $t;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.get) !== this[$getPublic])
                return $pollFunction($p, this, [key], "this.get");
            $s = 0;
        }
        switch ($s) {
            case 0: if (($door.depth < 200 ? ($t = this.#load$poll(key)) === $pending : ($await(this.#load(key), this, true), true)))
                return $suspend($f, this, $Cache.get, 1);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return $t;
        }
    }
    static open($f) {
        let $s = $enter($f);
        let $p, $o, $t;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.open) !== this[$openPublic])
                return $pollFunction($p, this, [], "this.open");
            $s = 0;
        }
        switch ($s) {
            case 0: if ((($p = ($o = Promise)[$resolvePoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call($o, new Cache())) === $pending : ($await($o.resolve(new Cache()), $o, $p), true)))
                return $suspend($f, this, $Cache_static.open, 1);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return $t;
        }
    }
}
