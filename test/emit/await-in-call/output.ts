// frame: Sum.total
import { pollFunction as $pollFunction, pending as $pending, door as $door, functionPoll as $functionPoll, awaitValue as $await, suspend as $suspend, take as $take, call as $call, adopt as $adopt, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $totalPublic = $publicSymbol("total");
// What stands left of the last await is evaluated first and kept.
import { asyncTrait } from 'boxless';
let $Sum;
class Sum {
    static {
        $Sum = $traits(this.prototype, {
            total: { arity: 3 }
        });
    }
    total(a, b, c, $f) {
        let $s = $enter($f);
        let $p, $t, $r, $h, $1, $2, $3;
        if ($s > 0) {
            $1 = $f.s0;
            $2 = $f.s1;
            $3 = $f.s2;
            c = $f.s3;
        }
        else {
            if ($s === 0 && ($p = this.total) !== this[$totalPublic])
                return $pollFunction($p, this, [a, b, c], "this.total");
            $s = 0;
        }
        switch ($s) {
            case 0:
                $1 = Math;
                $2 = $1.max;
                $3 = a();
                if ((typeof b === "function" && (($p = b[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p()) === $pending : ($await(b(), void 0, $p), true)))
                    return $suspend($f, this, $Sum.total, 1, $1, $2, $3, c);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return typeof ($h = ($r = $call($2, $1, [$3, $t, c()], "Math.max"))?.then) === "function" ? $adopt($r, $h) : $r;
        }
    }
}
