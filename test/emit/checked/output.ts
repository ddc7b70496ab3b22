// frame: Reader.next
import { pollFunction as $pollFunction, checkedPolicy as $checked, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $nextPublic = $publicSymbol("next");
// options: { "checked": true }
import { asyncTrait } from 'boxless';
let $Reader;
class Reader {
    static {
        $Reader = $traits(this.prototype, {
            next: { arity: 0, policies: [$checked] }
        });
    }
    next($f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.next) !== this[$nextPublic])
                return $pollFunction($p, this, [], "this.next");
            $s = 0;
        }
        return 1;
    }
}
