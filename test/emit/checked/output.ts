// frame: Reader.next
import { overridden as $overridden, checkedPolicy as $checked, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
// options: { "checked": true }
import { asyncTrait } from 'boxless';
var $Reader;
class Reader {
    static {
        $Reader = $traits(this.prototype, {
            next: { length: 0, entry: "next$entry", policies: [$checked] }
        });
    }
    next($d) {
        var $p;
        if (($p = this.next) !== this[$nextPublic])
            return $overridden($p, this, ".next", arguments);
        return 1;
    }
    next$entry($f) {
        return 1;
    }
}
