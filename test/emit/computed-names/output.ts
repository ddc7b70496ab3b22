// frame: Resource.[Symbol.asyncDispose]
import { propertyKey as $propertyKey, publicSymbol as $publicSymbol, pollFunction as $pollFunction, enter as $enter, traits as $traits } from "boxless/internal";
// A computed name is evaluated once; of several members of one name the last wins, also where that shows only at run time.
import { asyncTrait } from 'boxless';
let $Resource_key, $Resource, $Resource_key_2;
export class Resource {
    static {
        $Resource = $traits(this.prototype, {
            [$Resource_key]: { arity: 0 },
            [$Resource_key_2]: undefined
        });
    }
    [$Resource_key = $propertyKey(Symbol.asyncDispose)]($f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this[$Resource_key]) !== this[$publicSymbol($Resource_key)])
                return $pollFunction($p, this, [], "this[Symbol.asyncDispose]");
            $s = 0;
        }
        this.open = false;
    }
    get [$Resource_key_2 = $propertyKey(`is${'Open'}`)](): boolean {
        return this.open;
    }
    private open = true;
}
