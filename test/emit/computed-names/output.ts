// frame: Resource.[Symbol.asyncDispose]
import { propertyKey as $propertyKey, publicSymbol as $publicSymbol, overridden as $overridden, traits as $traits } from "boxless/internal";
// A computed name is evaluated once; of several members of one name the last wins, also where that shows only at run time.
import { asyncTrait } from 'boxless';
var $Resource_key, $Resource, $Resource_key_2;
export class Resource {
    static {
        $Resource = $traits(this.prototype, {
            [$Resource_key]: { length: 0, entry: "$entry" },
            [$Resource_key_2]: void 0
        }, ["$entry"]);
    }
    [$Resource_key = $propertyKey(Symbol.asyncDispose)]($d) {
        var $p;
        if (($p = this[$Resource_key]) !== this[$publicSymbol($Resource_key)])
            return $overridden($p, this, "[Symbol.asyncDispose]", arguments);
        this.open = false;
    }
    $entry($f) {
        this.open = false;
    }
    get [$Resource_key_2 = $propertyKey(`is${'Open'}`)](): boolean {
        return this.open;
    }
    private open = true;
}
