// frame: Sums.add
import { pollFunction as $pollFunction, pending as $pending, door as $door, functionPoll as $functionPoll, awaitValue as $await, suspend as $suspend, take as $take, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $addPublic = $publicSymbol("add");
// Object, key and old value are read before the await.
import { asyncTrait } from 'boxless';
let $Sums;
class Sums {
    static {
        $Sums = $traits(this.prototype, {
            add: { arity: 2 }
        });
    }
    readonly a = [0, 0];
    add(i, f, $f) {
        let $s = $enter($f);
        let $p, $t, $1, $2, $3;
        if ($s > 0) {
            $1 = $f.s0;
            $2 = $f.s1;
            $3 = $f.s2;
        }
        else {
            if ($s === 0 && ($p = this.add) !== this[$addPublic])
                return $pollFunction($p, this, [i, f], "this.add");
            $s = 0;
        }
        switch ($s) {
            case 0:
                $1 = this.a;
                $2 = i();
                $3 = $1[$2];
                if ((typeof f === "function" && (($p = f[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p()) === $pending : ($await(f(), void 0, $p), true)))
                    return $suspend($f, this, $Sums.add, 1, $1, $2, $3);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                $1[$2] = $3 + $t;
        }
    }
}
