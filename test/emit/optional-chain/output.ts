// frame: Cache.rows
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, call as $call, adopt as $adopt, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $rowsPublic = /* @__PURE__ */ $publicSymbol("rows");
// Where a link is missing, the rest of the chain is not evaluated.
import { asyncTrait } from 'boxless';
var $Cache;
class Cache {
    static {
        $Cache = $traits(this.prototype, {
            rows: { length: 1, entry: "rows$entry" }
        });
    }
    constructor(private readonly store: {
        get?(key: string): {
            rows: string[];
        };
    } | undefined) { }
    rows($d, key) {
        var $p, $t, $h, $1, $2, $3, $4;
        if (($p = this.rows) !== this[$rowsPublic])
            return $overridden($p, this, ".rows", arguments);
        $1 = void 0;
        $2 = this.store;
        if ($2 !== null && $2 !== void 0) {
            $3 = $2.get;
            if ($3 !== null && $3 !== void 0) {
                if (($t = typeof key === "function" && $canPoll($p = key[$functionPoll], $d) ? $p($d) : $await(key(), void 0, $p)) === $pending)
                    return $suspend(void 0, this, $Cache.rows, 1, $1, $2, $3);
                $4 = $call($3, $2, [$t], "this.store?.get");
                $1 = $4.rows;
            }
        }
        return ($h = $1?.then) ? $adopt($1, $h) : $1;
    }
    rows$entry($f, key) {
        let $s = 0, $d = 0;
        var $p, $t, $h, $1, $2, $3, $4;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            $1 = $f.s0;
            $2 = $f.s1;
            $3 = $f.s2;
        }
        if (!$s) {
            $1 = void 0;
            $2 = this.store;
        }
        if ($s || ($2 !== null && $2 !== void 0)) {
            if (!$s) {
                $3 = $2.get;
            }
            if ($s || ($3 !== null && $3 !== void 0)) {
                if (!$s) {
                    if (($t = typeof key === "function" && $canPoll($p = key[$functionPoll], $d) ? $p($d) : $await(key(), void 0, $p)) === $pending)
                        return $suspend($f, this, $Cache.rows, 1, $1, $2, $3);
                }
                else {
                    $s = 0;
                    $t = $take($f);
                }
                $4 = $call($3, $2, [$t], "this.store?.get");
                $1 = $4.rows;
            }
        }
        return ($h = $1?.then) ? $adopt($1, $h) : $1;
    }
}
