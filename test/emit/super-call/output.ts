// frame: Base.next
// frame: Derived.next
import { publicSymbol as $publicSymbol, overridden as $overridden, traits as $traits, pending as $pending_, pollFunction as $pollFunction, suspend as $suspend, take as $take_ } from "boxless/internal";
const $pending = $pending_, $take = $take_;
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
import { asyncTrait } from 'boxless';
var $Base;
class Base {
    static {
        $Base = $traits(this.prototype, {
            next: { length: 0, entry: "next$entry" }
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
var $Derived;
class Derived extends Base {
    static {
        $Derived = $traits(this.prototype, {
            next: { length: 0, entry: "next$entry" }
        });
    }
    override next($d) {
        var $p, $t;
        if (($p = this.next) !== this[$nextPublic])
            return $overridden($p, this, ".next", arguments);
        if (($t = $pollFunction($d, super.next, this, [], "super.next")) === $pending)
            return $suspend(void 0, this, $Derived.next, 1);
        return $t + 1;
    }
    next$entry($f) {
        var $t;
        if (typeof $f === "number") {
            if (($t = $pollFunction($f, super.next, this, [], "super.next")) === $pending)
                return $suspend(void 0, this, $Derived.next, 1);
        }
        else {
            $t = $take($f);
        }
        return $t + 1;
    }
}
