// frame: Sums.add
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $addPublic = /* @__PURE__ */ $publicSymbol("add");
// Object, key and old value are read before the await.
import { asyncTrait } from 'boxless';
var $Sums;
class Sums {
    static {
        $Sums = $traits(this.prototype, {
            add: { length: 2, entry: "add$entry" }
        });
    }
    readonly a = [0, 0];
    add($d, i, f) {
        var $p, $t, $1, $2, $3;
        if (($p = this.add) !== this[$addPublic])
            return $overridden($p, this, ".add", arguments);
        $1 = this.a;
        $2 = i();
        $3 = $1[$2];
        if (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $d) ? $p($d) : $await(f(), void 0, $p)) === $pending)
            return $suspend(void 0, this, $Sums.add, 1, $1, $2, $3);
        $1[$2] = $3 + $t;
    }
    add$entry($f, i, f) {
        var $p, $t, $1, $2, $3;
        if (typeof $f === "number") {
            $1 = this.a;
            $2 = i();
            $3 = $1[$2];
            if (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $f) ? $p($f) : $await(f(), void 0, $p)) === $pending)
                return $suspend(void 0, this, $Sums.add, 1, $1, $2, $3);
        }
        else {
            $1 = $f.s0;
            $2 = $f.s1;
            $3 = $f.s2;
            $t = $take($f);
        }
        $1[$2] = $3 + $t;
    }
}
