// frame: Concat.next
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, isPoll as $isPoll_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $canPoll = $canPoll_, $take = $take_, $isPoll = $isPoll_;
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
const $nextPoll = /* @__PURE__ */ $pollSymbol("next");
// An await in a loop: a ready path with the loop as written, and a second function to resume in.
import { asyncTrait } from 'boxless';
var $Concat;
class Concat {
    static {
        $Concat = $traits(this.prototype, {
            next: { length: 0, entry: "next$entry" }
        });
    }
    private current = 0;
    constructor(private readonly inputs: {
        next(): Promise<string | null>;
    }[]) { }
    next($d) {
        var $p, $o, $t;
        if (($p = this.next) !== this[$nextPublic])
            return $overridden($p, this, ".next", arguments);
        while (this.current < this.inputs.length) {
            if (($t = $canPoll($p = ($o = this.inputs[this.current]!)[$nextPoll], $d) ? $p.call($o, $d + 1) : $await($o.next(), $o, $p)) === $pending)
                return $suspend(void 0, this, $Concat.next, 1);
            const entry = $t;
            if (entry !== null)
                return entry;
            this.current++;
        }
        return null;
    }
    next$entry($f) {
        let $s = 0, $d = 0;
        var $o, $p, $t;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
        }
        while ($s || (this.current < this.inputs.length)) {
            if (!$s && !$d) {
                do {
                    if (($t = $isPoll($p = ($o = this.inputs[this.current]!)[$nextPoll]) ? $p.call($o, 1) : $await($o.next(), $o, $p)) === $pending)
                        return $suspend($f, this, $Concat.next, 1);
                    const entry = $t;
                    if (entry !== null)
                        return entry;
                    this.current++;
                } while (this.current < this.inputs.length);
                break;
            }
            let entry;
            if (!$s) {
                if (($t = $canPoll($p = ($o = this.inputs[this.current]!)[$nextPoll], $d) ? $p.call($o, $d + 1) : $await($o.next(), $o, $p)) === $pending)
                    return $suspend($f, this, $Concat.next, 1);
            }
            else {
                $s = 0;
                $t = $take($f);
            }
            entry = $t;
            if (entry !== null)
                return entry;
            this.current++;
        }
        return null;
    }
}
