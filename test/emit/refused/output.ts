// frame: Mixed.compiled
// BX90101: 'Mixed.dynamic' stays a native async method: it uses a direct `eval`, so its variables are known only at run time. Move that into a function of its own.
import { pollFunction as $pollFunction, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $compiledPublic = $publicSymbol("compiled");
// What is not compiled stays whole; only the decorator goes.
import { asyncTrait } from 'boxless';
let $Mixed;
class Mixed {
    static {
        $Mixed = $traits(this.prototype, {
            compiled: { arity: 0 }
        });
    }
    async dynamic(text: string): Promise<unknown> {
        return await eval(text);
    }
    compiled($f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.compiled) !== this[$compiledPublic])
                return $pollFunction($p, this, [], "this.compiled");
            $s = 0;
        }
        return 1;
    }
}
