// frame: Reader.find
import { pollFunction as $pollFunction, AsyncLoop as $AsyncLoop, pending as $pending, suspend as $suspend, take as $take, deepen as $deepen, leave as $leave, adopt as $adopt, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $findPublic = $publicSymbol("find");
// A loop over a stream: polled where it can be, closed on every way out.
import { asyncTrait } from 'boxless';
let $Reader;
class Reader {
    static {
        $Reader = $traits(this.prototype, {
            find: { arity: 2 }
        });
    }
    find(rows, wanted, $f) {
        let $s = $enter($f);
        let $p, $t, $r, $h, $d = -1, $1, $2, $3;
        if ($s > 0) {
            $1 = $f.s0;
            $2 = $f.s1;
            wanted = $f.s2;
            $3 = $f.s3;
        }
        else {
            if ($s === 0 && ($p = this.find) !== this[$findPublic])
                return $pollFunction($p, this, [rows, wanted], "this.find");
            $s = 0;
        }
        switch ($s) {
            case 0:
                $1 = new $AsyncLoop(rows);
                $2 = 0;
            case 1: $left1: {
                try {
                    $loop: for (;; $d < 0 && ($d = $deepen())) {
                        let row;
                        switch ($s) {
                            case 0: if (($t = $1.next()) === $pending)
                                return $suspend($f, this, $Reader.find, 1, $1, $2, wanted);
                            case 1:
                                if ($s !== 0) {
                                    $s = 0;
                                    $t = $take($f);
                                }
                                if (!$1.step($t))
                                    break $loop;
                                row = $1.value;
                                {
                                    if (row.startsWith(wanted)) {
                                        $3 = row;
                                        $2 = 2;
                                        break $left1;
                                    }
                                }
                        }
                    }
                }
                catch ($e) {
                    if ($d >= 0)
                        $leave($d + 1);
                    $2 = 1;
                    $3 = $e;
                }
            }
            case 2:
                if ($s !== 0 || ($1.open)) {
                    try {
                        switch ($s) {
                            case 0:
                                if ($d < 0)
                                    $d = $deepen();
                                if (($t = $1.close()) === $pending)
                                    return $suspend($f, this, $Reader.find, -2, $1, $2, undefined, $3);
                            case 2:
                                if ($s !== 0) {
                                    $s = 0;
                                    $t = $take($f);
                                }
                                $1.closed($t);
                        }
                    }
                    catch ($e) {
                        if ($d >= 0)
                            $leave($d + 1);
                        if ($2 !== 1)
                            throw $e;
                    }
                }
                if ($2 === 1)
                    throw $3;
                if ($2 === 2)
                    return $leave($d), typeof ($h = ($r = $3)?.then) === "function" ? $adopt($r, $h) : $r;
                return $leave($d), undefined;
        }
    }
}
