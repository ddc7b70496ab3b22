// frame: Mixed.compiled
// BX90101: 'Mixed.dynamic' stays a native async method: it uses a direct `eval`, so its variables are known only at run time. Move that into a function of its own.
import { publicSymbol as $publicSymbol, overridden as $overridden, traits as $traits } from "boxless/internal";
const $compiledPublic = /* @__PURE__ */ $publicSymbol("compiled");
// What is not compiled stays whole; only the decorator goes.
import { asyncTrait } from 'boxless';
var $Mixed;
class Mixed {
    static {
        $Mixed = $traits(this.prototype, {
            compiled: { length: 0, entry: "compiled$entry" }
        });
    }
    async dynamic(text: string): Promise<unknown> {
        return await eval(text);
    }
    compiled($d) {
        var $p;
        if (($p = this.compiled) !== this[$compiledPublic])
            return $overridden($p, this, ".compiled", arguments);
        return 1;
    }
    compiled$entry($f) {
        return 1;
    }
}
