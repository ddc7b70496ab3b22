// frame: Pair.read
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $readPublic = /* @__PURE__ */ $publicSymbol("read");
// Only what is used after an await is put into the frame.
import { asyncTrait } from 'boxless';
var $Pair;
class Pair {
    static {
        $Pair = $traits(this.prototype, {
            read: { length: 1, entry: "read$entry" }
        });
    }
    read($d, get) {
        var $p, $t;
        if (($p = this.read) !== this[$readPublic])
            return $overridden($p, this, ".read", arguments);
        const unused = 'before';
        if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $d) ? $p($d, unused) : $await(get(unused), void 0, $p)) === $pending)
            return $suspend(void 0, this, $Pair.read, 1, get);
        const first = $t;
        if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $d) ? $p($d + 1, 'b') : $await(get('b'), void 0, $p)) === $pending)
            return $suspend(void 0, this, $Pair.read, 2, void 0, first);
        const second = $t;
        return first + second;
    }
    read$entry($f, get) {
        let $s = 0, $d = 0;
        var $p, $t;
        let unused, first, second;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            get = $f.s0;
            first = $f.s1;
        }
        switch ($s) {
            case 0:
                unused = 'before';
                if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $d) ? $p($d, unused) : $await(get(unused), void 0, $p)) === $pending)
                    return $suspend($f, this, $Pair.read, 1, get);
            case 1:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                first = $t;
                if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $d) ? $p($d + 1, 'b') : $await(get('b'), void 0, $p)) === $pending)
                    return $suspend($f, this, $Pair.read, 2, void 0, first);
            case 2:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                second = $t;
                return first + second;
        }
    }
}
