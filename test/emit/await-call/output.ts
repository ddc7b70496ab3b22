// frame: Limit.next
import { pollFunction as $pollFunction, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, enter as $enter, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $nextPublic = $publicSymbol("next");
const $nextPoll = $pollSymbol("next");
// A poll where the callee is compiled, the public call where it is not.
import { asyncTrait } from 'boxless';
let $Limit;
class Limit {
    static {
        $Limit = $traits(this.prototype, {
            next: { arity: 0 }
        });
    }
    constructor(private readonly input: {
        next(): Promise<number>;
    }) { }
    next($f) {
        let $s = $enter($f);
        let $p, $o, $t;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.next) !== this[$nextPublic])
                return $pollFunction($p, this, [], "this.next");
            $s = 0;
        }
        switch ($s) {
            case 0: if ((($p = ($o = this.input)[$nextPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call($o)) === $pending : ($await($o.next(), $o, $p), true)))
                return $suspend($f, this, $Limit.next, 1);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return $t;
        }
    }
}
