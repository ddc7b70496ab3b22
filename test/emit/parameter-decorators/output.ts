// frame: Service.load
import { pollFunction as $pollFunction, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, enter as $enter, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $loadPublic = $publicSymbol("load");
const $getPoll = $pollSymbol("get");
// compilerOptions: { "experimentalDecorators": true, "emitDecoratorMetadata": true }
// The older dialect looks at parameters: their decorators and types stay, and the hidden parameter is not among them.
import { asyncTrait } from 'boxless';
import { inject, logged, Store } from './mine';
let $Service;
export class Service {
    static {
        $Service = $traits(this.prototype, {
            load: { arity: 2 }
        });
    }
    @logged
    load(
    @inject
    store: Store, key: string): Promise<string> {
        let $f = arguments[2];
        let $s = $enter($f);
        let $p, $o, $t;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.load) !== this[$loadPublic])
                return $pollFunction($p, this, [store, key], "this.load");
            $s = 0;
        }
        switch ($s) {
            case 0: if ((($p = ($o = store)[$getPoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call($o, key)) === $pending : ($await($o.get(key), $o, $p), true)))
                return $suspend($f, this, $Service.load, 1);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return $t;
        }
    }
}
