// frame: Batch.all
// frame: Batch.get
import { publicSymbol as $publicSymbol, overridden as $overridden, ForOf as $ForOf, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspendWide as $suspendWide, call as $call, adopt as $adopt, take as $take_, isPoll as $isPoll_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $canPoll = $canPoll_, $take = $take_, $isPoll = $isPoll_;
const $allPublic = /* @__PURE__ */ $publicSymbol("all");
const $getPoll = /* @__PURE__ */ $pollSymbol("get");
const $getPublic = /* @__PURE__ */ $publicSymbol("get");
// A loop over an iterator, entered again in the middle.
import { asyncTrait } from 'boxless';
var $Batch;
class Batch {
    static {
        $Batch = $traits(this.prototype, {
            all: { length: 1, entry: "all$entry" },
            get: { length: 1, entry: "get$entry" }
        });
    }
    all($d, keys) {
        var $p, $t, $z, $h, $1, $2;
        if (($p = this.all) !== this[$allPublic])
            return $overridden($p, this, ".all", arguments);
        const found: string[] = [];
        $1 = new $ForOf(keys);
        try {
            while ($1.step()) {
                const key = $1.value;
                $2 = found.push;
                if (($t = $canPoll($p = this[$getPoll], $d) ? $p.call(this, $d + 1, key) : $await(this.get(key), this, $p)) === $pending)
                    return $z = $suspendWide(void 0, this, $Batch.all, 1, found, $1, keys, key, $2);
                $call($2, found, [$t], "found.push");
            }
        }
        catch ($e) {
            $1.abandon($e);
            throw $e;
        }
        finally {
            if ($z !== $pending) {
                $1.end();
            }
        }
        return ($h = found?.then) ? $adopt(found, $h) : found;
    }
    all$entry($f, keys) {
        let $s = 0, $d = 0;
        var $p, $t, $z, $h, $1, $2;
        let found;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            found = $f.s0;
            $1 = $f.s1;
            keys = $f.s2;
            $2 = $f.s4;
        }
        if (!$s) {
            found = [];
            $1 = new $ForOf(keys);
        }
        try {
            while ($s || $1.step()) {
                if (!$s && !$d) {
                    do {
                        const key = $1.value;
                        $2 = found.push;
                        if (($t = $isPoll($p = this[$getPoll]) ? $p.call(this, 1, key) : $await(this.get(key), this, $p)) === $pending)
                            return $z = $suspendWide($f, this, $Batch.all, 1, found, $1, keys, key, $2);
                        $call($2, found, [$t], "found.push");
                    } while ($1.step());
                    break;
                }
                let key;
                if (!$s) {
                    key = $1.value;
                    $2 = found.push;
                    if (($t = $canPoll($p = this[$getPoll], $d) ? $p.call(this, $d + 1, key) : $await(this.get(key), this, $p)) === $pending)
                        return $z = $suspendWide($f, this, $Batch.all, 1, found, $1, keys, key, $2);
                }
                else {
                    key = $f.s3;
                    $s = 0;
                    $t = $take($f);
                }
                $call($2, found, [$t], "found.push");
            }
        }
        catch ($e) {
            $1.abandon($e);
            throw $e;
        }
        finally {
            if ($z !== $pending) {
                $1.end();
            }
        }
        return ($h = found?.then) ? $adopt(found, $h) : found;
    }
    get($d, key) {
        var $p, $h;
        if (($p = this.get) !== this[$getPublic])
            return $overridden($p, this, ".get", arguments);
        return ($h = key?.then) ? $adopt(key, $h) : key;
    }
    get$entry($f, key) {
        var $h;
        return ($h = key?.then) ? $adopt(key, $h) : key;
    }
}
