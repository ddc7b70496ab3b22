// frame: Base.next
// frame: Derived.next
import { pollFunction as $pollFunction, enter as $enter, traits as $traits, pending as $pending, suspend as $suspend, take as $take, publicSymbol as $publicSymbol } from "boxless/internal";
const $nextPublic = $publicSymbol("next");
import { asyncTrait } from 'boxless';
let $Base;
class Base {
    static {
        $Base = $traits(this.prototype, {
            next: { arity: 0 }
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
let $Derived;
class Derived extends Base {
    static {
        $Derived = $traits(this.prototype, {
            next: { arity: 0 }
        });
    }
    override next($f) {
        let $s = $enter($f);
        let $p, $t;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.next) !== this[$nextPublic])
                return $pollFunction($p, this, [], "this.next");
            $s = 0;
        }
        switch ($s) {
            case 0: if (($t = $pollFunction(super.next, this, [], "super.next")) === $pending)
                return $suspend($f, this, $Derived.next, 1);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return ($t) + 1;
        }
    }
}
