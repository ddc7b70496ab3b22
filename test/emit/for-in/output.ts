// frame: Batch.all
// frame: Batch.get
import { publicSymbol as $publicSymbol, overridden as $overridden, ForOf as $ForOf, forIn as $forIn, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspendWide as $suspendWide, take as $take_, isPoll as $isPoll_, adopt as $adopt, traits as $traits } from "boxless/internal";
const $pending = $pending_, $canPoll = $canPoll_, $take = $take_, $isPoll = $isPoll_;
const $allPublic = /* @__PURE__ */ $publicSymbol("all");
const $getPoll = /* @__PURE__ */ $pollSymbol("get");
const $getPublic = /* @__PURE__ */ $publicSymbol("get");
import { asyncTrait } from 'boxless';
var $Batch;
class Batch {
    static {
        $Batch = $traits(this.prototype, {
            all: { length: 1, entry: "all$entry" },
            get: { length: 1, entry: "get$entry" }
        });
    }
    all($d, rows) {
        var $p, $t, $1, $2;
        if (($p = this.all) !== this[$allPublic])
            return $overridden($p, this, ".all", arguments);
        let sum = 0;
        $1 = new $ForOf($forIn(rows));
        while ($1.step()) {
            const key = $1.value;
            $2 = sum;
            if (($t = $canPoll($p = this[$getPoll], $d) ? $p.call(this, $d + 1, key) : $await(this.get(key), this, $p)) === $pending)
                return $suspendWide(void 0, this, $Batch.all, 1, sum, $1, rows, key, $2);
            sum = $2 + $t;
        }
        return sum;
    }
    all$entry($f, rows) {
        let $s = 0, $d = 0;
        var $p, $t, $1, $2;
        let sum;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            sum = $f.s0;
            $1 = $f.s1;
            rows = $f.s2;
            $2 = $f.s4;
        }
        if (!$s) {
            sum = 0;
            $1 = new $ForOf($forIn(rows));
        }
        while ($s || $1.step()) {
            if (!$s && !$d) {
                do {
                    const key = $1.value;
                    $2 = sum;
                    if (($t = $isPoll($p = this[$getPoll]) ? $p.call(this, 1, key) : $await(this.get(key), this, $p)) === $pending)
                        return $suspendWide($f, this, $Batch.all, 1, sum, $1, rows, key, $2);
                    sum = $2 + $t;
                } while ($1.step());
                break;
            }
            let key;
            if (!$s) {
                key = $1.value;
                $2 = sum;
                if (($t = $canPoll($p = this[$getPoll], $d) ? $p.call(this, $d + 1, key) : $await(this.get(key), this, $p)) === $pending)
                    return $suspendWide($f, this, $Batch.all, 1, sum, $1, rows, key, $2);
            }
            else {
                key = $f.s3;
                $s = 0;
                $t = $take($f);
            }
            sum = $2 + $t;
        }
        return sum;
    }
    get($d, key) {
        var $p, $r, $h;
        if (($p = this.get) !== this[$getPublic])
            return $overridden($p, this, ".get", arguments);
        return ($h = ($r = key.length)?.then) ? $adopt($r, $h) : $r;
    }
    get$entry($f, key) {
        var $r, $h;
        return ($h = ($r = key.length)?.then) ? $adopt($r, $h) : $r;
    }
}
