// frame: Service.load
// frame: Twice.load
// frame: Twice.load
import { publicSymbol as $publicSymbol, overridden as $overridden, decorated as $decorated, traits as $traits } from "boxless/internal";
const $loadPublic = /* @__PURE__ */ $publicSymbol("load");
// Decorators of others get the public function and the class as natively: ours are the innermost.
import { asyncTrait } from 'boxless';
import { injectable, logged } from './mine';
var $Service_load;
@injectable
@(c => {
    $traits(c.prototype, {
        load: $Service_load
    });
})
export class Service {
    @logged
    @$decorated({ length: 0, entry: "load$entry" }, m => { $Service_load = m; })
    load($d) {
        var $p;
        if ($d !== Infinity && ($p = this.load) !== this[$loadPublic])
            return $overridden($p, this, ".load", arguments);
        return 1;
    }
    load$entry($f) {
        return 1;
    }
}
var $Twice_load;
// Whoever lowers decorators gives each the method that the class has at last.
export class Twice {
    static {
        $traits(this.prototype, {
            load: $Twice_load
        });
    }
    @logged
    @$decorated({ length: 0, entry: "load$entry" }, m => { $Twice_load = m; })
    // @ts-ignore
    async load(): Promise<number> {
        return 1;
    }
    load($d) {
        var $p;
        if ($d !== Infinity && ($p = this.load) !== this[$loadPublic])
            return $overridden($p, this, ".load", arguments);
        return 2;
    }
    load$entry($f) {
        return 2;
    }
}
