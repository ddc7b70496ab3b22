// frame: Range.items
// frame: Range.watched
// frame: Range.name
import { leave as $leave, received as $received, left as $left, leaving as $leaving, ended as $ended, deepen as $deepen, pending as $pending, door as $door, awaitValue as $await, suspend as $suspend, take as $take, Delegate as $Delegate, pollFunction as $pollFunction, enter as $enter, traits as $traits, pollSymbol as $pollSymbol, publicSymbol as $publicSymbol } from "boxless/internal";
const $namePoll = $pollSymbol("name");
const $namePublic = $publicSymbol("name");
// A stream: its body stops at every yield, with the locals in its frame.
import { asyncTrait } from 'boxless';
let $Range;
class Range {
    static {
        $Range = $traits(this.prototype, {
            items: { arity: 1, length: 0, resume: "items$resume", stream: true },
            watched: { arity: 0, resume: "watched$resume", stream: true },
            name: { arity: 0 }
        });
    }
    constructor(private readonly to: number) { }
    items(from, $f) {
        if (from === undefined)
            from = 0;
        $f.state = 1;
        $f.s0 = from;
    }
    items$resume($f) {
        let $s = $f.state;
        let $t, $p, $d = -1, $1;
        var from;
        from = $f.s0;
        $1 = $f.s2;
        switch ($s) {
            case 0:
            case 1: $s = 0;
            case 2:
                {
                    let i;
                    if ($s !== 0) {
                        i = $f.s1;
                    }
                    if ($s === 0) {
                        i = from;
                    }
                    for (; $s !== 0 || (i < this.to); i++) {
                        switch ($s) {
                            case 0:
                                $1 = i;
                                $t = i;
                                $f.state = 2;
                                $f.s0 = from;
                                $f.s1 = i;
                                $f.s2 = $1;
                                return $leave($d), $t;
                            case 2:
                                $s = 0;
                                $t = $received($f);
                                if ($t === $left) {
                                    return $leave($d), $ended($f, $leaving($f));
                                }
                                i = $1 + (($t) ?? 0);
                        }
                    }
                }
                if ($d < 0)
                    $d = $deepen();
                if ((($p = this[$namePoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this)) === $pending : ($await(this.name(), this, $p), true)))
                    return $suspend($f, this, $Range.items, 3);
            case 3:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                $await($t);
                return $suspend($f, this, $Range.items, 4);
            case 4:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return $leave($d), $ended($f, $t);
        }
    }
    /** A yield in a try: leaving the stream there runs the finally, which waits. */
    watched($f) {
        $f.state = 1;
    }
    watched$resume($f) {
        let $s = $f.state;
        let $t, $p, $d = -1, $1, $2, $3;
        $1 = $f.s0;
        $3 = $f.s1;
        $2 = $f.s2;
        switch ($s) {
            case 0:
            case 1:
                $s = 0;
                $1 = 0;
            case 2:
            case 3: $finally1: {
                try {
                    switch ($s) {
                        case 0: $3 = new $Delegate(this.items());
                        case 2:
                        case 3:
                            $loop_2: for (;; $d < 0 && ($d = $deepen())) {
                                switch ($s) {
                                    case 0:
                                        if ($d < 0)
                                            $d = $deepen();
                                        if (($t = $3.next()) === $pending)
                                            return $suspend($f, this, $Range.watched, 2, $1, $3);
                                    case 2:
                                        if ($s !== 0) {
                                            $s = 0;
                                            $t = $take($f);
                                        }
                                        if (!$3.step($t))
                                            break $loop_2;
                                        $t = $3.hand($f);
                                        $f.state = 3;
                                        $f.s0 = $1;
                                        $f.s1 = $3;
                                        $f.s2 = undefined;
                                        return $leave($d), $t;
                                    case 3:
                                        $s = 0;
                                        $3.receive($f);
                                }
                            }
                            if ($3.leaves) {
                                {
                                    $2 = $3.value;
                                    $1 = 2;
                                    break $finally1;
                                }
                            }
                            $3.value;
                    }
                }
                catch ($e) {
                    if ($d >= 0)
                        $leave($d + 1);
                    $1 = 1;
                    $2 = $e;
                }
            }
            case 4:
                {
                    switch ($s) {
                        case 0:
                            if ($d < 0)
                                $d = $deepen();
                            if ((($p = this[$namePoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this)) === $pending : ($await(this.name(), this, $p), true)))
                                return $suspend($f, this, $Range.watched, -4, $1, undefined, $2);
                        case 4: if ($s !== 0) {
                            $s = 0;
                            $t = $take($f);
                        }
                    }
                }
                if ($1 === 1)
                    throw $2;
                if ($1 === 2)
                    return $leave($d), $ended($f, $2);
        }
        return $leave($d), $ended($f);
    }
    name($f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.name) !== this[$namePublic])
                return $pollFunction($p, this, [], "this.name");
            $s = 0;
        }
        return 'range';
    }
}
