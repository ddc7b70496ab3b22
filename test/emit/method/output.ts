// frame: Counter.next
import { publicSymbol as $publicSymbol, overridden as $overridden, traits as $traits } from "boxless/internal";
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
// A method without an await: only the guard is added.
import { asyncTrait } from 'boxless';
var $Counter;
export class Counter {
    static {
        $Counter = $traits(this.prototype, {
            next: { length: 0, entry: "next$entry" }
        });
    }
    private row = 0;
    /** The next row. */
    next($d) {
        var $p;
        if (($p = this.next) !== this[$nextPublic])
            return $overridden($p, this, ".next", arguments);
        // counts
        return this.row < 10 ? this.row++ : null;
    }
    next$entry($f) {
        // counts
        return this.row < 10 ? this.row++ : null;
    }
    reset(): void {
        this.row = 0;
    }
}
