// frame: Service.load
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $canPoll = $canPoll_, $take = $take_;
const $loadPublic = /* @__PURE__ */ $publicSymbol("load");
const $getPoll = /* @__PURE__ */ $pollSymbol("get");
// compilerOptions: { "experimentalDecorators": true, "emitDecoratorMetadata": true }
// The older dialect looks at parameters: their decorators and types stay, and the hidden parameter is not among them.
import { asyncTrait } from 'boxless';
import { inject, logged, Store } from './mine';
var $Service;
export class Service {
    static {
        $Service = $traits(this.prototype, {
            load: { length: 2, poll: "load$poll", entry: "load$entry" }
        });
    }
    @logged
    load(
    @inject
    store: Store, key: string): Promise<string> { }
    load$poll($d, store, key) {
        var $p, $o, $t;
        if (($p = this.load) !== this[$loadPublic])
            return $overridden($p, this, ".load", arguments);
        if (($t = $canPoll($p = ($o = store)[$getPoll], $d) ? $p.call($o, $d, key) : $await($o.get(key), $o, $p)) === $pending)
            return $suspend(void 0, this, $Service.load, 1);
        return $t;
    }
    load$entry($f, store, key) {
        var $o, $p, $t;
        if (typeof $f === "number") {
            if (($t = $canPoll($p = ($o = store)[$getPoll], $f) ? $p.call($o, $f, key) : $await($o.get(key), $o, $p)) === $pending)
                return $suspend(void 0, this, $Service.load, 1);
        }
        else {
            $t = $take($f);
        }
        return $t;
    }
}
