// frame: Batch.all
// frame: Batch.get
import { pollFunction as $pollFunction, ForOf as $ForOf, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, call as $call, deepen as $deepen, leave as $leave, adopt as $adopt, enter as $enter, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $allPublic = $publicSymbol("all");
const $getPoll = $pollSymbol("get");
const $getPublic = $publicSymbol("get");
// A loop over an iterator, entered again in the middle.
import { asyncTrait } from 'boxless';
let $Batch;
class Batch {
    static {
        $Batch = $traits(this.prototype, {
            all: { arity: 1 },
            get: { arity: 1 }
        });
    }
    all(keys, $f) {
        let $s = $enter($f);
        let $p, $t, $z, $r, $h, $d = -1, $1, $2;
        let found;
        if ($s > 0) {
            found = $f.s0;
            $1 = $f.s1;
            keys = $f.s2;
            $2 = $f.s4;
        }
        else {
            if ($s === 0 && ($p = this.all) !== this[$allPublic])
                return $pollFunction($p, this, [keys], "this.all");
            $s = 0;
        }
        switch ($s) {
            case 0:
                found = [];
                $1 = new $ForOf(keys);
            case 1:
                try {
                    for (; $s !== 0 || ($1.step()); $d < 0 && ($d = $deepen())) {
                        let key;
                        if ($s !== 0) {
                            key = $f.s3;
                        }
                        switch ($s) {
                            case 0:
                                key = $1.value;
                                $2 = found.push;
                                if ((($p = this[$getPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, key)) === $pending : ($await(this.get(key), this, $p), true)))
                                    return $z = $suspend($f, this, $Batch.all, 1, found, $1, keys, key, $2);
                            case 1:
                                if ($s !== 0) {
                                    $s = 0;
                                    $t = $take($f);
                                }
                                $call($2, found, [$t], "found.push");
                        }
                    }
                }
                catch ($e) {
                    if ($d >= 0)
                        $leave($d + 1);
                    $1.abandon($e);
                    throw $e;
                }
                finally {
                    if ($z !== $pending) {
                        $1.end();
                    }
                }
                return $leave($d), typeof ($h = ($r = found)?.then) === "function" ? $adopt($r, $h) : $r;
        }
    }
    get(key, $f) {
        let $s = $enter($f);
        let $p, $r, $h;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.get) !== this[$getPublic])
                return $pollFunction($p, this, [key], "this.get");
            $s = 0;
        }
        return typeof ($h = ($r = key)?.then) === "function" ? $adopt($r, $h) : $r;
    }
}
