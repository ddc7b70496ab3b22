// frame: Plugins.load
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, adopt as $adopt, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $loadPublic = /* @__PURE__ */ $publicSymbol("load");
// The head of a class belongs to the function around it.
import { asyncTrait } from 'boxless';
type Base = new () => object;
var $Plugins;
class Plugins {
    static {
        $Plugins = $traits(this.prototype, {
            load: { length: 2, entry: "load$entry" }
        });
    }
    load($d, base, key) {
        var $p, $1;
        if (($p = this.load) !== this[$loadPublic])
            return $overridden($p, this, ".load", arguments);
        return $Plugins.load.entry.call(this, $d, base, key);
    }
    load$entry($f, base, key) {
        let $s = 0, $d = 0;
        var $p, $t, $r, $h, $1;
        let Plugin;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            key = $f.s0;
            $1 = $f.s1;
        }
        switch ($s) {
            case 0: if (($t = typeof base === "function" && $canPoll($p = base[$functionPoll], $d) ? $p($d) : $await(base(), void 0, $p)) === $pending)
                return $suspend($f, this, $Plugins.load, 1, key);
            case 1:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                $1 = $t;
                if (($t = typeof key === "function" && $canPoll($p = key[$functionPoll], $d) ? $p($d + 1) : $await(key(), void 0, $p)) === $pending)
                    return $suspend($f, this, $Plugins.load, 2, void 0, $1);
            case 2:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                Plugin = class Plugin extends $1 {
                    [$t]() {
                        return 1;
                    }
                };
                return ($h = ($r = new Plugin())?.then) ? $adopt($r, $h) : $r;
        }
    }
}
