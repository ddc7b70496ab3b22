// frame: Pair.read
import { pollFunction as $pollFunction, pending as $pending, door as $door, functionPoll as $functionPoll, awaitValue as $await, suspend as $suspend, take as $take, deepen as $deepen, leave as $leave, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $readPublic = $publicSymbol("read");
// Only what is used after an await is put into the frame.
import { asyncTrait } from 'boxless';
let $Pair;
class Pair {
    static {
        $Pair = $traits(this.prototype, {
            read: { arity: 1 }
        });
    }
    read(get, $f) {
        let $s = $enter($f);
        let $p, $t, $d = -1;
        let unused, first, second;
        if ($s > 0) {
            get = $f.s0;
            first = $f.s1;
        }
        else {
            if ($s === 0 && ($p = this.read) !== this[$readPublic])
                return $pollFunction($p, this, [get], "this.read");
            $s = 0;
        }
        switch ($s) {
            case 0:
                unused = 'before';
                if ((typeof get === "function" && (($p = get[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p(unused)) === $pending : ($await(get(unused), void 0, $p), true)))
                    return $suspend($f, this, $Pair.read, 1, get);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                first = $t;
                if ($d < 0)
                    $d = $deepen();
                if ((typeof get === "function" && (($p = get[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p('b')) === $pending : ($await(get('b'), void 0, $p), true)))
                    return $suspend($f, this, $Pair.read, 2, undefined, first);
            case 2:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                second = $t;
                return $leave($d), first + second;
        }
    }
}
