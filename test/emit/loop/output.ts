// frame: Concat.next
import { pollFunction as $pollFunction, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, leave as $leave, deepen as $deepen, enter as $enter, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $nextPublic = $publicSymbol("next");
const $nextPoll = $pollSymbol("next");
// An await in a loop: a ready path with the loop as written, and a second function to resume in.
import { asyncTrait } from 'boxless';
let $Concat;
class Concat {
    static {
        $Concat = $traits(this.prototype, {
            next: { arity: 0 }
        });
    }
    private current = 0;
    constructor(private readonly inputs: {
        next(): Promise<string | null>;
    }[]) { }
    next($f) {
        let $s = $enter($f);
        let $p, $o, $t, $d = -1;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.next) !== this[$nextPublic])
                return $pollFunction($p, this, [], "this.next");
            $s = 0;
        }
        for (; $s !== 0 || (this.current < this.inputs.length); $d < 0 && ($d = $deepen())) {
            let entry;
            switch ($s) {
                case 0: if ((($p = ($o = this.inputs[this.current]!)[$nextPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call($o)) === $pending : ($await($o.next(), $o, $p), true)))
                    return $suspend($f, this, $Concat.next, 1);
                case 1:
                    if ($s !== 0) {
                        $s = 0;
                        $t = $take($f);
                    }
                    entry = $t;
                    if (entry !== null)
                        return $leave($d), entry;
                    this.current++;
            }
        }
        return $leave($d), null;
    }
}
