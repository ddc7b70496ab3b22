// frame: Counter.next
import { pollFunction as $pollFunction, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $nextPublic = $publicSymbol("next");
// A method without an await: only the guard is added.
import { asyncTrait } from 'boxless';
let $Counter;
export class Counter {
    static {
        $Counter = $traits(this.prototype, {
            next: { arity: 0 }
        });
    }
    private row = 0;
    /** The next row. */
    next($f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.next) !== this[$nextPublic])
                return $pollFunction($p, this, [], "this.next");
            $s = 0;
        }
        // counts
        return this.row < 10 ? this.row++ : null;
    }
    reset(): void {
        this.row = 0;
    }
}
