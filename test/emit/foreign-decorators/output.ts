// frame: Service.load
import { pollFunction as $pollFunction, decorated as $decorated, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $loadPublic = $publicSymbol("load");
// Decorators of others get the public function and the class as natively: ours are the innermost.
import { asyncTrait } from 'boxless';
import { injectable, logged } from './mine';
let $Service_load;
@injectable
@(c => {
    $traits(c.prototype, {
        load: $Service_load
    });
})
export class Service {
    @logged
    @$decorated({ arity: 0 }, m => { $Service_load = m; })
    load($f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.load) !== this[$loadPublic])
                return $pollFunction($p, this, [], "this.load");
            $s = 0;
        }
        return 1;
    }
}
