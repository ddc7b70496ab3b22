// frame: Reader.find
import { publicSymbol as $publicSymbol, overridden as $overridden, AsyncLoop as $AsyncLoop, pending as $pending_, suspend as $suspend, adopt as $adopt, take as $take_, traits as $traits } from "boxless/internal";
const $pending = $pending_, $take = $take_;
const $findPublic = /* @__PURE__ */ $publicSymbol("find");
// A loop over a stream: polled where it can be, closed on every way out.
import { asyncTrait } from 'boxless';
var $Reader;
class Reader {
    static {
        $Reader = $traits(this.prototype, {
            find: { length: 2, entry: "find$entry" }
        });
    }
    find($d, rows, wanted) {
        var $p, $t, $h, $1, $2, $3;
        if (($p = this.find) !== this[$findPublic])
            return $overridden($p, this, ".find", arguments);
        $1 = new $AsyncLoop(rows);
        $2 = 0;
        $left1: try {
            for (;;) {
                if (($t = $1.next($d + 1)) === $pending)
                    return $suspend(void 0, this, $Reader.find, 1, $1, $2, wanted);
                if (!$1.step($t))
                    break;
                const row = $1.value;
                if (row.startsWith(wanted)) {
                    $3 = row;
                    $2 = 2;
                    break $left1;
                }
            }
            $2 = 0;
        }
        catch ($e) {
            $2 = 1;
            $3 = $e;
        }
        if ($1.open) {
            try {
                if (($t = $1.close($d + 1)) === $pending)
                    return $suspend(void 0, this, $Reader.find, -2, $1, $2, void 0, $3);
                $1.closed($t);
            }
            catch ($e) {
                $1.failed($e, $2 === 1, $3);
            }
        }
        if ($2 === 1)
            throw $3;
        if ($2 === 2)
            return ($h = $3?.then) ? $adopt($3, $h) : $3;
        return undefined;
    }
    find$entry($f, rows, wanted) {
        let $s = 0, $d = 0;
        var $t, $h, $1, $2, $3;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            $1 = $f.s0;
            $2 = $f.s1;
            wanted = $f.s2;
            $3 = $f.s3;
        }
        switch ($s) {
            case 0:
                $1 = new $AsyncLoop(rows);
                $2 = 0;
            case 1: $left1: try {
                for (;;) {
                    if (!$s && !$d) {
                        do {
                            if (($t = $1.next(1)) === $pending)
                                return $suspend($f, this, $Reader.find, 1, $1, $2, wanted);
                            if (!$1.step($t))
                                break;
                            const row = $1.value;
                            if (row.startsWith(wanted)) {
                                $3 = row;
                                $2 = 2;
                                break $left1;
                            }
                        } while (true);
                        break;
                    }
                    let row;
                    if (!$s) {
                        if (($t = $1.next($d + 1)) === $pending)
                            return $suspend($f, this, $Reader.find, 1, $1, $2, wanted);
                    }
                    else {
                        $s = 0;
                        $t = $take($f);
                    }
                    if (!$1.step($t))
                        break;
                    row = $1.value;
                    if (row.startsWith(wanted)) {
                        $3 = row;
                        $2 = 2;
                        break $left1;
                    }
                }
                $2 = 0;
            }
            catch ($e) {
                $2 = 1;
                $3 = $e;
            }
            case 2:
                if ($s || $1.open) {
                    try {
                        if (!$s) {
                            if (($t = $1.close($d + 1)) === $pending)
                                return $suspend($f, this, $Reader.find, -2, $1, $2, void 0, $3);
                        }
                        else {
                            $s = 0;
                            $t = $take($f);
                        }
                        $1.closed($t);
                    }
                    catch ($e) {
                        $1.failed($e, $2 === 1, $3);
                    }
                }
                if ($2 === 1)
                    throw $3;
                if ($2 === 2)
                    return ($h = $3?.then) ? $adopt($3, $h) : $3;
                return undefined;
        }
    }
}
