// frame: Cache.rows
// frame: Cache.first
import { publicSymbol as $publicSymbol, overridden as $overridden, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, call as $call, adopt as $adopt, take as $take_, pollSymbol as $pollSymbol, pollFunction as $pollFunction, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $rowsPublic = /* @__PURE__ */ $publicSymbol("rows");
const $firstPublic = /* @__PURE__ */ $publicSymbol("first");
const $nextPoll = /* @__PURE__ */ $pollSymbol("next");
// Where a link is missing, the rest of the chain is not evaluated.
import { asyncTrait } from 'boxless';
var $Cache;
class Cache {
    static {
        $Cache = $traits(this.prototype, {
            rows: { length: 1, entry: "rows$entry" },
            first: { length: 1, entry: "first$entry" }
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
    first($d, source) {
        var $p, $o, $t, $h, $1;
        if (($p = this.first) !== this[$firstPublic])
            return $overridden($p, this, ".first", arguments);
        if (($t = source === null || source === void 0 ? $await(void 0) : $canPoll($p = ($o = source)[$nextPoll], $d) ? $p.call($o, $d) : $await($o.next(), $o, $p)) === $pending)
            return $suspend(void 0, this, $Cache.first, 1, source);
        const row = $t;
        $1 = source?.close;
        if (($t = $1 === null || $1 === void 0 ? $await(void 0) : $pollFunction($d + 1, $1, source, [], "source?.close")) === $pending)
            return $suspend(void 0, this, $Cache.first, 2, void 0, row);
        return ($h = row?.then) ? $adopt(row, $h) : row;
    }
    first$entry($f, source) {
        let $s = 0, $d = 0;
        var $o, $p, $t, $h, $1;
        let row;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            source = $f.s0;
            row = $f.s1;
        }
        switch ($s) {
            case 0: if (($t = source === null || source === void 0 ? $await(void 0) : $canPoll($p = ($o = source)[$nextPoll], $d) ? $p.call($o, $d) : $await($o.next(), $o, $p)) === $pending)
                return $suspend($f, this, $Cache.first, 1, source);
            case 1:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                row = $t;
                $1 = source?.close;
                if (($t = $1 === null || $1 === void 0 ? $await(void 0) : $pollFunction($d + 1, $1, source, [], "source?.close")) === $pending)
                    return $suspend($f, this, $Cache.first, 2, void 0, row);
            case 2:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                return ($h = row?.then) ? $adopt(row, $h) : row;
        }
    }
}
