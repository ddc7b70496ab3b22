// frame: Limit.next
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $canPoll = $canPoll_, $take = $take_;
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
const $nextPoll = /* @__PURE__ */ $pollSymbol("next");
// A poll where the callee is compiled, the public call where it is not.
import { asyncTrait } from 'boxless';
var $Limit;
class Limit {
    static {
        $Limit = $traits(this.prototype, {
            next: { length: 0, entry: "next$entry" }
        });
    }
    constructor(private readonly input: {
        next(): Promise<number>;
    }) { }
    next($d) {
        var $p, $o, $t;
        if (($p = this.next) !== this[$nextPublic])
            return $overridden($p, this, ".next", arguments);
        if (($t = $canPoll($p = ($o = this.input)[$nextPoll], $d) ? $p.call($o, $d) : $await($o.next(), $o, $p)) === $pending)
            return $suspend(void 0, this, $Limit.next, 1);
        return $t;
    }
    next$entry($f) {
        var $o, $p, $t;
        if (typeof $f === "number") {
            if (($t = $canPoll($p = ($o = this.input)[$nextPoll], $f) ? $p.call($o, $f) : $await($o.next(), $o, $p)) === $pending)
                return $suspend(void 0, this, $Limit.next, 1);
        }
        else {
            $t = $take($f);
        }
        return $t;
    }
}
