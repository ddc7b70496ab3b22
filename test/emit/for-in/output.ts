// frame: Batch.all
// frame: Batch.get
import { pollFunction as $pollFunction, ForOf as $ForOf, forIn as $forIn, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, deepen as $deepen, adopt as $adopt, leave as $leave, enter as $enter, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $allPublic = $publicSymbol("all");
const $getPoll = $pollSymbol("get");
const $getPublic = $publicSymbol("get");
import { asyncTrait } from 'boxless';
let $Batch;
class Batch {
    static {
        $Batch = $traits(this.prototype, {
            all: { arity: 1 },
            get: { arity: 1 }
        });
    }
    all(rows, $f) {
        let $s = $enter($f);
        let $p, $t, $r, $h, $d = -1, $1, $2;
        let sum;
        if ($s > 0) {
            sum = $f.s0;
            $1 = $f.s1;
            rows = $f.s2;
            $2 = $f.s4;
        }
        else {
            if ($s === 0 && ($p = this.all) !== this[$allPublic])
                return $pollFunction($p, this, [rows], "this.all");
            $s = 0;
        }
        switch ($s) {
            case 0:
                sum = 0;
                $1 = new $ForOf($forIn(rows));
            case 1:
                for (; $s !== 0 || ($1.step()); $d < 0 && ($d = $deepen())) {
                    let key;
                    if ($s !== 0) {
                        key = $f.s3;
                    }
                    switch ($s) {
                        case 0:
                            key = $1.value;
                            $2 = sum;
                            if ((($p = this[$getPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, key)) === $pending : ($await(this.get(key), this, $p), true)))
                                return $suspend($f, this, $Batch.all, 1, sum, $1, rows, key, $2);
                        case 1:
                            if ($s !== 0) {
                                $s = 0;
                                $t = $take($f);
                            }
                            sum = $2 + $t;
                    }
                }
                return $leave($d), typeof ($h = ($r = sum)?.then) === "function" ? $adopt($r, $h) : $r;
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
        return typeof ($h = ($r = key.length)?.then) === "function" ? $adopt($r, $h) : $r;
    }
}
