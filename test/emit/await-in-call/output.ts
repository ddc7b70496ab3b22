// frame: Sum.total
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, call as $call, adopt as $adopt, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $totalPublic = /* @__PURE__ */ $publicSymbol("total");
// What stands left of the last await is evaluated first and kept.
import { asyncTrait } from 'boxless';
var $Sum;
class Sum {
    static {
        $Sum = $traits(this.prototype, {
            total: { length: 3, entry: "total$entry" }
        });
    }
    total($d, a, b, c) {
        var $p, $t, $r, $h, $1, $2, $3;
        if (($p = this.total) !== this[$totalPublic])
            return $overridden($p, this, ".total", arguments);
        $1 = Math;
        $2 = $1.max;
        $3 = a();
        if (($t = typeof b === "function" && $canPoll($p = b[$functionPoll], $d) ? $p($d) : $await(b(), void 0, $p)) === $pending)
            return $suspend(void 0, this, $Sum.total, 1, $1, $2, $3, c);
        return ($h = ($r = $call($2, $1, [$3, $t, c()], "Math.max"))?.then) ? $adopt($r, $h) : $r;
    }
    total$entry($f, a, b, c) {
        var $p, $t, $r, $h, $1, $2, $3;
        if (typeof $f === "number") {
            $1 = Math;
            $2 = $1.max;
            $3 = a();
            if (($t = typeof b === "function" && $canPoll($p = b[$functionPoll], $f) ? $p($f) : $await(b(), void 0, $p)) === $pending)
                return $suspend(void 0, this, $Sum.total, 1, $1, $2, $3, c);
        }
        else {
            $1 = $f.s0;
            $2 = $f.s1;
            $3 = $f.s2;
            c = $f.s3;
            $t = $take($f);
        }
        return ($h = ($r = $call($2, $1, [$3, $t, c()], "Math.max"))?.then) ? $adopt($r, $h) : $r;
    }
}
